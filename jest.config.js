const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['js', 'ts', 'json'],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  moduleNameMapper: {
    '^@app/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^@app/([^/]+)/(domain|testing)$': '<rootDir>/libs/$1/src/$2/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        module: { type: 'es6' },
        sourceMaps: 'inline',
        jsc: {
          target: 'es2023',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
      },
    ],
  },
};

const project = (displayName, folder, suffix) => ({
  ...shared,
  displayName,
  testMatch: [`<rootDir>/${folder}/**/*${suffix}.ts`],
});

export default {
  workerIdleMemoryLimit: '512MB',
  coverageProvider: 'v8',
  projects: [
    project('unit', '{apps,libs}', '.spec'),
    ...[
      ['integration', 'int'],
      ['e2e', 'e2e'],
      ['browser', 'browser'],
      ['faults', 'fault'],
      ['sim', 'sim'],
    ].map(([name, kind]) => project(name, `test/${name}`, `.${kind}-spec`)),
  ],
};
