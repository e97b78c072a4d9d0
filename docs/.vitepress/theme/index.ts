import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import Home from './home.vue';
import Playground from './playground/playground.vue';
import './pullquote.css';

export default {
  extends: DefaultTheme,
  enhanceApp: ({ app }) => app.component('Home', Home).component('Playground', Playground),
} satisfies Theme;
