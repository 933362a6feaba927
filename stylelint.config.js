/** @type {import('stylelint').Config} */
export default {
  extends: ['stylelint-config-recommended'],
  languageOptions: { directionality: { block: 'top-to-bottom', inline: 'left-to-right' } },
  // Custom properties are defined in one sheet and used in many.
  referenceFiles: ['{src,scorm}/**/*.css'],
  rules: {
    'no-unknown-custom-properties': true,
    'custom-property-pattern': '^[a-z]+(-[a-z0-9]+)*$',
    'selector-class-pattern': '^[a-z]+[0-9]?(-[a-z0-9]+)*$',

    // Some languages are read from right to left: sheets say start and end.
    'property-layout-mappings': [
      'flow-relative',
      {
        // Shorthands are symmetrical by the rule below; `overflow-inline` needs a newer Chromium than 109.
        ignoreProperties: ['margin', 'padding', 'border-width', 'overflow-x'],
      },
    ],
    'declaration-property-max-values': { '/^(margin|padding|border-width)$/': 3 },
    'value-keyword-layout-mappings': 'flow-relative',

    // The states of a thing stand with the thing, not sorted by specificity over the whole sheet.
    'no-descending-specificity': null,
  },
};
