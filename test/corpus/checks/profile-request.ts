import type { Desk } from '../desk';
import { lastWords, profileForm, refusal } from '../fake-answers';
import type { Answer } from '../fake-answers';
import type { Play } from '../fake-org';
import type { Reading } from '../reading/answer';
import type { Loose } from '../reading/loose';
import { nameOf, says } from '../reading/marks';
import { settled } from '../screen';

const enrollPath = '/idp/idx/enroll';

/** A sign-in page that offers a sign-up: the app takes it by itself, once. */
export async function checkProfileForm(
  reading: Reading,
  recorded: Answer,
  desk: Desk,
): Promise<string[]> {
  await desk.signUp(playing(recorded, profileForm));
  const screen = await settled(desk.page, ({ steps }) => steps[0]?.step === 'enroll-profile');
  // What is no error may be announced in its turn.
  const announced = (message: Loose) =>
    message['class'] === 'ERROR' ? screen.alerts : [...screen.alerts, ...screen.statuses];
  const unsaid = reading.messages.filter(
    (message) => !announced(message).some((alert) => says(alert, message)),
  );
  return [
    ...asked(desk),
    ...(screen.steps[0]?.step === 'enroll-profile' ? [] : ['the profile form is not shown']),
    ...(screen.controls.some(({ name }) => name === 'userProfile.firstName')
      ? []
      : ['the profile form has no fields']),
    ...unsaid.map((message) => `no alert on the profile form says ${nameOf(message)}`),
  ];
}

/** The org does not show its profile form: the page says so, and asks again only when told to. */
export async function checkRefusal(recorded: Answer, desk: Desk): Promise<string[]> {
  await desk.signUp(playing(recorded, refusal));
  const { blocks } = await settled(desk.page);
  const again = desk.page.getByRole('button', { name: /again/i });
  const found = [
    ...asked(desk),
    ...(blocks.some((block) => block.includes(lastWords)) ? [] : ['the refusal is not shown']),
    ...((await again.count()) > 0 ? [] : ['no button to try again after the refusal']),
  ];
  if ((await again.count()) > 0) {
    desk.org.play(playing(recorded, profileForm));
    await again.first().click();
    await desk.page.locator('[data-step="enroll-profile"]').waitFor();
    found.push(...asked(desk));
  }
  return found;
}

/** An org that answers everything with its sign-in page does not send the app in circles. */
export async function checkNoLoop(recorded: Answer, desk: Desk): Promise<string[]> {
  await desk.signUp(playing(recorded, recorded));
  const { blocks, steps } = await settled(desk.page);
  await new Promise((resolve) => setTimeout(resolve, 200));
  return [
    ...asked(desk),
    ...(steps.length === 1 && blocks.length > 0 ? [] : ['the page is blank']),
  ];
}

function playing(recorded: Answer, toRequest: Answer): Play {
  return {
    introspect: recorded,
    post: (path) => (path === enrollPath ? toRequest : recorded),
  };
}

function asked({ org }: Desk): string[] {
  const count = org.posted().filter(({ path }) => path === enrollPath).length;
  return count === 1 ? [] : [`the profile form was asked for ${count} times`];
}
