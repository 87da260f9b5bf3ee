abstract class RuleError extends Error {
  abstract readonly code: string;
  /** JSON pointer into the request body. */
  readonly pointer: string;

  constructor(message: string, pointer: string) {
    super(message);
    this.pointer = pointer;
  }
}

/** Kinds of the catalogue that this version does not evaluate are refused too, by name. */
export class RuleKindUnknownError extends RuleError {
  readonly code = 'rule-kind-unknown';

  constructor(kind: string) {
    super(`there is no rule of kind "${kind.slice(0, 60)}"`, '/kind');
  }
}

export class RuleParameterInvalidError extends RuleError {
  readonly code = 'rule-parameter-invalid';
}

export class RuleLevelsInvalidError extends RuleError {
  readonly code = 'rule-levels-invalid';
}

export class RuleTooManyThresholdsError extends RuleError {
  readonly code = 'rule-too-many-thresholds';

  constructor(count: number) {
    super(`${count} thresholds are more than 20`, '/thresholds');
  }
}

export class RuleExistsError extends RuleError {
  readonly code = 'rule-exists';

  constructor(kind: string, name: string) {
    super(`a rule "${name}" of kind ${kind} exists`, '/name');
  }
}

export class RuleNotFoundError extends RuleError {
  readonly code = 'not-found';

  constructor(ruleId: string) {
    super(`no alert rule "${ruleId.slice(0, 60)}"`, '');
  }
}
