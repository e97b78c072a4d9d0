'use strict';

/** Before 0.1.0 publishers were kept as one list with commas. NodeBB runs this once, and keeps a note that it did. */
module.exports = {
  name: 'Pullquote: one publisher a line',
  timestamp: Date.UTC(2026, 10, 27),
  async method() {
    const meta = require.main.require('./src/meta');
    const saved = await meta.settings.get('pullquote');
    if (typeof saved.publishers !== 'string' || saved.publishers.includes('\n')) return;
    const lines = saved.publishers.split(',').map((line) => line.trim());
    await meta.settings.set('pullquote', { publishers: lines.join('\n') });
  },
};
