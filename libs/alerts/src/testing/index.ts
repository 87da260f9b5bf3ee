export { type ExampleFacts, exampleFacts } from './example-facts.js';
