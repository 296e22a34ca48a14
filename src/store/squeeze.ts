import { deflateRawSync, inflateRawSync } from "node:zlib";

/**
 * What records often hold, so that even a short one is squeezed well; any other text is merely longer. Records in stores were written
 * with it: never change it, add another beside it.
 */
const OFTEN = Buffer.from(
  '{"team":"T0","channel":"C0","root":"1.000001","lines":[{"ts":"1.000001","user":"U0","role":"bystander","role":"pm","role":"doer","estimates":[],"estimates":[{"quote":"2 weeks","at":0,"kind":"duration","low":5,"high":10,"hedged":false,"rule":"duration"}],"specs":[],"reading":{"struck":[],"topics":[],"hedges":[],"hedges":[{"quote":"about","at":0}],"covered":[],"asksForEstimate":false},"noticed":{"cues":[],"cues":[{"question":"range","quote":"about"}],"covered":[],"notAbout":[],"signs":[{"sign":"depends","quote":""}]},"print":"","said":""}],"asked":[],"offers":[{"id":"","about":"","quote":"","by":"U0","value":"duration 15-15","questions":[{"id":"","text":"","because":""}],"at":0,"to":{"U0":{"state":"accepted","at":0}},"pressed":{}}],"silences":[],"caughtUp":true,"hasReplies":true,"notEstimates":[]}',
);
/** Records are a few kilobytes: a small window takes half the time of the usual one and squeezes them as well. */
const SMALL = { dictionary: OFTEN, level: 6, windowBits: 12, memLevel: 5 };
/** Characters no record comes near, so that a broken one cannot fill the memory. */
const LONGEST = 64 * 1024 * 1024;

/** A text made shorter, as base64. */
export const squeeze = (text: string): string => deflateRawSync(text, SMALL).toString("base64");

/** What `squeeze` was given. Throws where it is something else. */
export const unsqueeze = (squeezed: string): string =>
  inflateRawSync(Buffer.from(squeezed, "base64"), {
    dictionary: OFTEN,
    maxOutputLength: LONGEST,
  }).toString();
