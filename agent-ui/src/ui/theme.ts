import {
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  Input,
  type MantineColorsTuple,
  Modal,
  rem,
  Tooltip,
} from '@mantine/core';
import { cssName, cssVar, darkTokens, lightTokens, type TokenName } from './tokens.ts';

const teal: MantineColorsTuple = [
  '#e0f1f1',
  '#c9e6e6',
  '#a3d6d8',
  '#72c4c8',
  '#3fb6bb',
  '#2a9da3',
  '#168388',
  '#0b6e74',
  '#08585d',
  '#053f43',
];
const slate: MantineColorsTuple = [
  lightTokens.ground,
  lightTokens.hover,
  lightTokens.hairline,
  '#d8dde4',
  lightTokens.edge,
  lightTokens.dim,
  '#515c6b',
  '#414b59',
  '#2d3643',
  lightTokens.text,
];
const night: MantineColorsTuple = [
  darkTokens.text,
  '#c6cdd7',
  darkTokens.dim,
  '#8e99a7',
  darkTokens.edge,
  darkTokens.hover,
  darkTokens.panel,
  darkTokens.ground,
  '#0c1014',
  '#07090c',
];

/** Inter at 13 px, radius 8 on panels and 6 on controls, controls 30 px high. */
export const theme = createTheme({
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 4 },
  defaultRadius: 'sm',
  radius: { xs: rem(4), sm: rem(6), md: rem(8), lg: rem(12), xl: rem(16) },
  fontSizes: { xs: rem(13), sm: rem(13), md: rem(13), lg: rem(15), xl: rem(18) },
  lineHeights: { xs: '1.4', sm: '1.4', md: '1.4', lg: '1.35', xl: '1.3' },
  spacing: { xs: rem(6), sm: rem(8), md: rem(12), lg: rem(16), xl: rem(24) },
  colors: { teal, gray: slate, dark: night },
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: Button.extend({
      defaultProps: { size: 'xs', fw: 500 },
      // Mantine settles on one ink for both themes; ours differs with the ground.
      vars: (_, { variant = 'filled' }) => ({
        root: variant === 'filled' ? { '--button-color': cssVar('onAccent') } : {},
      }),
    }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs', iconColor: cssVar('onAccent') } }),
    Input: Input.extend({ defaultProps: { size: 'xs' } }),
    Modal: Modal.extend({
      defaultProps: { radius: 'lg', padding: 'lg', centered: true, transitionProps: { duration: 120 } },
      styles: { title: { fontSize: rem(15), fontWeight: 650 } },
    }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, multiline: true, maw: 340 } }),
    ...Object.fromEntries(
      ['TextInput', 'Textarea', 'Select', 'NumberInput', 'PasswordInput', 'SegmentedControl', 'TagsInput'].map(
        (name) => [name, { defaultProps: { size: 'xs' } }],
      ),
    ),
  },
});

const tokenVariables = (tokens: Readonly<Record<TokenName, string>>) => ({
  ...Object.fromEntries(
    Object.keys(lightTokens).map((name) => [cssName(name as TokenName), tokens[name as TokenName]]),
  ),
  '--mantine-color-body': tokens.panel,
  '--mantine-color-text': tokens.text,
  '--mantine-color-dimmed': tokens.dim,
  '--mantine-color-placeholder': tokens.dim,
  '--mantine-color-anchor': tokens.accent,
  '--mantine-color-teal-light-color': tokens.accent,
  '--mantine-primary-color-light-color': tokens.accent,
  '--mantine-color-default': tokens.panel,
  '--mantine-color-default-hover': tokens.hover,
  '--mantine-color-default-color': tokens.text,
  '--mantine-color-default-border': tokens.edge,
  '--mantine-color-error': tokens.bad,
});

/** Publishes the tokens as `--dz-…` and bends Mantine's own variables to them. */
export const tokenResolver: CSSVariablesResolver = () => ({
  variables: { '--dz-caption': rem(12), '--dz-menu-width': rem(196), '--dz-bar-height': rem(48), '--dz-row': rem(34) },
  light: tokenVariables(lightTokens),
  dark: tokenVariables(darkTokens),
});
