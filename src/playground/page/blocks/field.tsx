import type { HTMLInputTypeAttribute } from "react";
import type { Filled } from "../../wire.ts";
import { useStage } from "../stage.ts";
import { choicesOf, initialMany, initialOne, takesMany, type Choice, type Element } from "./element.ts";
import { useForm } from "./form.ts";

type FieldProps = {
  readonly element: Element;
  readonly block: string;
  /** Its name for whoever cannot see it; absent where a label points at `id`. */
  readonly label?: string | undefined;
  readonly id?: string | undefined;
  /** Ids of what explains it. */
  readonly about?: string | undefined;
  readonly wrong?: boolean | undefined;
  /** Told beside the form, for elements that act at once. */
  readonly onFilled?: ((filled: Filled) => void) | undefined;
};

/** One element to fill in. What stands in it is kept by the form around it. */
export function Field(props: FieldProps) {
  const { element, block, onFilled } = props;
  const { fields, fill } = useForm();
  const { snapshot } = useStage();
  const action = element.action_id ?? "";
  const filled = fields[block]?.[action];
  const put = (value: Filled) => {
    fill(block, action, value);
    onFilled?.(value);
  };
  const choices = choicesOf(element, snapshot);
  if (takesMany(element)) {
    const chosen = filled === undefined ? initialMany(element) : (filled ?? []);
    return <Checks {...props} choices={choices} chosen={[chosen].flat()} put={put} />;
  }
  const value = filled === undefined ? initialOne(element) : [filled ?? ""].flat()[0];
  const one = { ...props, value: value ?? "", put };
  if (element.type === "radio_buttons") return <Radios {...one} choices={choices} />;
  if (element.type.endsWith("_select")) return <Select {...one} choices={choices} />;
  return element.multiline === true ? <LongText {...one} /> : <ShortText {...one} />;
}

type OneProps = FieldProps & { readonly value: string; readonly put: (value: Filled) => void };

/** What every element is marked with. */
function marks({ id, label, about, wrong }: FieldProps) {
  return { id, "aria-label": label, "aria-describedby": about, "aria-invalid": wrong || undefined };
}

const INPUT_TYPES: Record<string, HTMLInputTypeAttribute> = {
  number_input: "number",
  email_text_input: "email",
  url_text_input: "url",
  datepicker: "date",
  timepicker: "time",
};

function ShortText(props: OneProps) {
  const { element, value, put } = props;
  return (
    <input
      {...marks(props)}
      type={INPUT_TYPES[element.type] ?? "text"}
      value={value}
      placeholder={element.placeholder?.text}
      maxLength={element.max_length}
      min={element.min_value}
      max={element.max_value}
      step={element.is_decimal_allowed === true ? "any" : undefined}
      onChange={(event) => put(event.target.value === "" ? null : event.target.value)}
    />
  );
}

function LongText(props: OneProps) {
  const { element, value, put } = props;
  return (
    <textarea
      {...marks(props)}
      rows={4}
      value={value}
      placeholder={element.placeholder?.text}
      maxLength={element.max_length}
      onChange={(event) => put(event.target.value === "" ? null : event.target.value)}
    />
  );
}

function Select(props: OneProps & { readonly choices: readonly Choice[] }) {
  const { element, value, put, choices } = props;
  return (
    <select
      {...marks(props)}
      value={value}
      onChange={(event) => put(event.target.value === "" ? null : event.target.value)}
    >
      <option value="">{element.placeholder?.text ?? "Choose…"}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
          {choice.hint === undefined ? "" : ` · ${choice.hint}`}
        </option>
      ))}
    </select>
  );
}

function Radios(props: OneProps & { readonly choices: readonly Choice[] }) {
  const { block, element, value, put, choices } = props;
  return (
    <div role="radiogroup" {...marks(props)} className="choices">
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={`${block} ${element.action_id ?? ""}`}
            checked={value === choice.value}
            onChange={() => put(choice.value)}
          />
          <ChoiceFace choice={choice} />
        </label>
      ))}
    </div>
  );
}

type ChecksProps = FieldProps & {
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly put: (value: Filled) => void;
};

function Checks(props: ChecksProps) {
  const { choices, chosen, put } = props;
  return (
    <div role="group" {...marks(props)} className="choices">
      {choices.map(({ value, ...choice }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) =>
              put(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
            }
          />
          <ChoiceFace choice={choice} />
        </label>
      ))}
    </div>
  );
}

function ChoiceFace({ choice }: { readonly choice: Omit<Choice, "value"> }) {
  return (
    <span>
      {choice.label}
      {choice.hint !== undefined && <small>{choice.hint}</small>}
    </span>
  );
}
