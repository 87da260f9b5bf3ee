/** As the demo contract names them. */
export const PROVIDER = 'AWS';
export const ISSUER = 'Amazon Web Services, Inc.';
/** The payer account of the demo contract. */
export const LABORATORY_ACCOUNT = '100000000001';
export const INFERENCE_ACCOUNT = '100000000011';
export const TRAINING_ACCOUNT = '100000000012';
