'use strict';

define('admin/plugins/pullquote', ['settings', 'alerts'], (settings, alerts) => ({
  init() {
    const form = $('.pullquote-settings');
    settings.load('pullquote', form);
    $('#save').on('click', () =>
      settings.save('pullquote', form, () =>
        alerts.success('Saved. Restart NodeBB: the settings are read at the start.'),
      ),
    );
  },
}));
