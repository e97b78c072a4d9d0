'use strict';

(function ({ blocks, element, blockEditor, components, serverSideRender }) {
  const { createElement: el } = element;

  blocks.registerBlockType('pullquote/item', {
    edit({ attributes, setAttributes }) {
      const { item } = attributes;
      return el(
        'div',
        blockEditor.useBlockProps(),
        el(components.TextControl, {
          label: 'Address of the item',
          type: 'url',
          value: item,
          onChange: (value) => setAttributes({ item: value.trim() }),
        }),
        item && el(serverSideRender, { block: 'pullquote/item', attributes }),
      );
    },
    // Rendered on the server, so that a recall reaches old pages.
    save: () => null,
  });
})(window.wp);
