import { Fragment, type ReactNode } from "react";
import { inFormat } from "./moments.ts";
import { readPermalink } from "./place.ts";
import { channelName, nameOf, useStage } from "./stage.ts";
import { readMarkup, type Word } from "./words.ts";

/** Slack's markup, formatted. */
export function Markup({ text }: { readonly text: string }) {
  return <Words words={readMarkup(text)} />;
}

export function Words({ words }: { readonly words: readonly Word[] }) {
  return words.map((word, index) => <OneWord key={index} word={word} />);
}

function OneWord({ word }: { readonly word: Word }): ReactNode {
  const { snapshot, reader, now } = useStage();
  switch (word.kind) {
    case "text":
      return <Lines text={word.text} />;
    case "code":
      return <code>{word.text}</code>;
    case "pre":
      return <pre>{word.text}</pre>;
    case "bold":
      return (
        <strong>
          <Words words={word.inside} />
        </strong>
      );
    case "italic":
      return (
        <em>
          <Words words={word.inside} />
        </em>
      );
    case "strike":
      return (
        <s>
          <Words words={word.inside} />
        </s>
      );
    case "quote":
      return (
        <blockquote>
          <Words words={word.inside} />
        </blockquote>
      );
    case "link":
      return <Anchor url={word.url}>{word.label ?? word.url}</Anchor>;
    case "person":
      return <span className="mention">@{word.label ?? nameOf(snapshot, word.id)}</span>;
    case "channel":
      return <ChannelLink id={word.id} name={word.label ?? channelName(snapshot, word.id)} />;
    case "broadcast":
      return <span className="mention">@{word.name}</span>;
    case "moment":
      return (
        <time dateTime={new Date(word.at).toISOString()}>
          {inFormat(word.at, word.format, now(), reader.zone)}
        </time>
      );
  }
}

function Lines({ text }: { readonly text: string }) {
  return text.split("\n").map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ));
}

function ChannelLink({ id, name }: { readonly id: string; readonly name: string }) {
  const { go } = useStage();
  return (
    <button type="button" className="mention as-link" onClick={() => go({ in: id, thread: undefined })}>
      #{name}
    </button>
  );
}

/** A link to a message of this workspace opens here; any other in a new tab, if it is one of the web. */
export function Anchor({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  const { snapshot, go } = useStage();
  const target = readPermalink(url);
  const known = snapshot.channels.some((channel) => channel.id === target?.channel);
  if (target !== undefined && known) {
    return (
      <a
        href={url}
        onClick={(event) => {
          event.preventDefault();
          go({ in: target.channel, thread: target.thread ?? target.ts, trace: undefined });
        }}
      >
        {children}
      </a>
    );
  }
  if (!/^(https?|mailto):/i.test(url)) return children;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}
