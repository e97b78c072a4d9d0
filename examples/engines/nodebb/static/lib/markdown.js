'use strict';

/**
 * What the SDK composes, as NodeBB's posts are stored: Markdown. It consists of paragraphs, quotations, strong text and links.
 * NodeBB's Markdown shows HTML as text, so HTML itself cannot be posted.
 */
define('pullquote-markdown', () => {
  const escape = (text) => text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');

  function inline(node) {
    if (node.nodeType === 3) return escape(node.data);
    const words = [...node.childNodes].map(inline).join('');
    if (node.localName === 'strong') return `**${words}**`;
    if (node.localName === 'br') return '\\\n';
    const href = node.localName === 'a' ? node.getAttribute('href') : null;
    return href === null ? words : `[${words}](<${href.replace(/[\\<>]|&(?=#?\w+;)/g, '\\$&')}>)`;
  }

  function block(node) {
    if (node.nodeType === 3) return escape(node.data).trim();
    if (node.localName !== 'blockquote') return inline(node).trim();
    return blocks(node).replace(/^/gm, '> ');
  }

  function blocks(parent) {
    return [...parent.childNodes]
      .map(block)
      .filter((text) => text !== '')
      .join('\n\n');
  }

  return { toMarkdown: (html) => blocks(new DOMParser().parseFromString(html, 'text/html').body) };
});
