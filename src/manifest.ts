/** The app manifest for one transport: Socket Mode, or HTTP at a public URL. */
export function manifest(_how: { readonly socket: true } | { readonly http: string }): object {
  return {};
}
