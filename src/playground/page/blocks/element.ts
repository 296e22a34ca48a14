import type { Snapshot } from "../../wire.ts";

/** An interactive element of Block Kit, as far as the page draws it. Slack's types are a union of forty; these are the keys looked at. */
export type Element = {
  readonly type: string;
  readonly action_id?: string;
  readonly text?: { readonly text: string };
  readonly value?: string;
  readonly url?: string;
  readonly style?: "primary" | "danger";
  readonly accessibility_label?: string;
  readonly placeholder?: { readonly text: string };
  readonly options?: readonly Option[];
  readonly option_groups?: readonly { readonly options: readonly Option[] }[];
  readonly confirm?: {
    readonly title?: { readonly text: string };
    readonly text?: { readonly text: string };
  };
  readonly multiline?: boolean;
  readonly max_length?: number;
  readonly min_value?: string;
  readonly max_value?: string;
  readonly is_decimal_allowed?: boolean;
  readonly initial_value?: string;
  readonly initial_option?: Option;
  readonly initial_options?: readonly Option[];
  readonly initial_user?: string;
  readonly initial_users?: readonly string[];
  readonly initial_channel?: string;
  readonly initial_channels?: readonly string[];
  readonly initial_conversation?: string;
  readonly initial_conversations?: readonly string[];
  readonly initial_date?: string;
  readonly initial_time?: string;
};

type Option = {
  readonly text: { readonly text: string };
  readonly description?: { readonly text: string };
  readonly value?: string;
};

export type Choice = { readonly value: string; readonly label: string; readonly hint?: string };

/** What can be chosen: the element's own options, or people or channels where it asks for those. */
export function choicesOf(element: Element, snapshot: Snapshot): readonly Choice[] {
  if (element.type.includes("users")) {
    return snapshot.people.map((person) => ({ value: person.id, label: person.name, hint: person.title }));
  }
  if (element.type.includes("channels") || element.type.includes("conversations")) {
    return snapshot.channels
      .filter((channel) => channel.kind !== "direct")
      .map((channel) => ({ value: channel.id, label: `#${channel.name}` }));
  }
  const options = [
    ...(element.options ?? []),
    ...(element.option_groups ?? []).flatMap((one) => one.options),
  ];
  return options.map(({ text, description, value }) => ({
    value: value ?? text.text,
    label: text.text,
    ...(description === undefined ? {} : { hint: description.text }),
  }));
}

/** What stood in a single-valued element at first. */
export function initialOne(element: Element): string {
  return (
    element.initial_value ??
    element.initial_option?.value ??
    element.initial_user ??
    element.initial_channel ??
    element.initial_conversation ??
    element.initial_date ??
    element.initial_time ??
    ""
  );
}

/** What stood in a many-valued element at first. */
export function initialMany(element: Element): readonly string[] {
  return (
    element.initial_options?.map((option) => option.value ?? option.text.text) ??
    element.initial_users ??
    element.initial_channels ??
    element.initial_conversations ??
    []
  );
}

export function takesMany(element: Element): boolean {
  return element.type === "checkboxes" || element.type.startsWith("multi_");
}
