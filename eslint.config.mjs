import prettier from 'eslint-config-prettier';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const LIT = ['packages/elements/**', 'packages/collector/src/dashboard/browser/**'];

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', 'test/fixtures/', '.demo/', '.frameworks/'] },
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[property.name='innerHTML']",
          message: 'Text nodes only: nothing is ever parsed as HTML.',
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Randomness is passed in, or comes from crypto.',
        },
      ],
    },
  },
  { files: LIT, ...lit.configs['flat/recommended'] },
  { files: LIT, ...wc.configs['flat/recommended'] },
  { files: LIT, ...litA11y.configs.recommended, plugins: { 'lit-a11y': litA11y } },
  // The yardstick of the render bench is innerHTML itself.
  { files: ['test/bench/**'], rules: { 'no-restricted-syntax': 'off' } },
  // NodeBB loads its plugins as CommonJS, and the browser's parts as AMD.
  { files: ['examples/engines/nodebb/**'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  prettier,
);
