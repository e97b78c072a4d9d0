import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import Home from './home.vue';
import './pullquote.css';

export default {
  extends: DefaultTheme,
  enhanceApp: ({ app }) => app.component('Home', Home),
} satisfies Theme;
