import { violationsOf } from './axe';
import { checkActions, offersAll } from './checks/actions';
import { checkFields } from './checks/fields';
import { checkLinks } from './checks/links';
import { checkMessages } from './checks/messages';
import { checkPlainPosts, checkSubmit } from './checks/posts';
import { type Check, type Probe, standing } from './checks/probe';
import { checkNoLoop, checkProfileForm, checkRefusal } from './checks/profile-request';
import { checkReadingMatter } from './checks/reading-matter';
import { checkLeave, checkSiblings } from './checks/siblings';
import { checkStep } from './checks/step';
import { type Desk, expect, test } from './desk';
import { readAnswer, type Reading } from './reading/answer';
import { findRecordings, type Recording, writtenRecordings } from './recordings';
import { type Screen, settled } from './screen';

const found = findRecordings();

if (found.kind === 'absent') {
  test('recorded answers', () => {
    test.skip(true, found.reason);
  });
}

for (const recording of [
  ...(found.kind === 'found' ? found.recordings : []),
  ...writtenRecordings(),
]) {
  test(recording.name, async ({ desk }, { annotations }) => {
    const reading = readAnswer(recording.text);
    const missing = reading.leadsOn
      ? await checkSignInPage(recording, reading, desk)
      : await checkAnswer(recording, reading, desk);
    const step = reading.leadsOn ? 'enroll-profile' : reading.step;
    const key = reading.authenticator;
    annotations.push({ type: 'step', description: key === '' ? step : `${step} (${key})` });
    for (const description of missing) annotations.push({ type: 'missing', description });
    expect(missing).toEqual([]);
  });
}

/** An answer that the app shows as it is. */
async function checkAnswer(recording: Recording, reading: Reading, desk: Desk): Promise<string[]> {
  const start = () => desk.signUp(standing(recording));
  await start();
  const probe: Probe = { reading, desk, screen: await shown(reading, desk) };
  const missing = await inTurn(probe, [
    checkStep,
    checkReadingMatter,
    checkAccessibility,
    checkActions,
    checkMessages,
    checkFields,
    checkLinks,
  ]);
  if (['terminal', 'success'].includes(reading.step)) return missing;
  missing.push(...(await inTurn(probe, [checkPlainPosts, checkSubmit, checkSiblings(start)])));
  await start();
  return [...missing, ...(await inTurn(probe, [checkLeave]))];
}

/** A sign-in page on which a sign-up is offered. */
async function checkSignInPage(
  recording: Recording,
  reading: Reading,
  desk: Desk,
): Promise<string[]> {
  return [
    ...(await checkProfileForm(reading, recording, desk)),
    ...(await violationsOf(desk.page)),
    ...(await checkRefusal(recording, desk)),
    ...(await checkNoLoop(recording, desk)),
  ];
}

/** A screen may be loaded in pieces; what does not come at all is for the checks to say. */
function shown(reading: Reading, { page }: Desk): Promise<Screen> {
  return settled(
    page,
    (screen) =>
      screen.steps[0]?.step === reading.step &&
      reading.form.asked.every(({ name }) => screen.controls.some((one) => one.name === name)) &&
      offersAll(reading, screen),
  );
}

async function inTurn(probe: Probe, checks: readonly Check[]): Promise<string[]> {
  const missing: string[] = [];
  for (const check of checks) {
    try {
      missing.push(...(await check(probe)));
    } catch (error) {
      const [reason = ''] = String(error).split('\n');
      missing.push(`${check.name || 'a check'} came to no end: ${reason}`);
    }
  }
  return missing;
}

const checkAccessibility: Check = ({ desk }) => violationsOf(desk.page);
