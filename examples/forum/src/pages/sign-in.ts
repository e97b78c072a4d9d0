import type { Doctor } from '../store/doctors.js';
import { isModerator } from '../seed/people.js';
import { html, type Html } from './html.js';
import { initials } from './words.js';

export interface SignInPage {
  readonly doctors: readonly Doctor[];
  readonly next: string;
  readonly csrf: string;
}

export function signInPage({ doctors, next, csrf }: SignInPage): Html {
  return html`<div class="narrow">
    <h1>Sign in</h1>
    <p class="lede">
      A discussion among doctors. In this demonstration there are no passwords: choose who you want to be.
    </p>
    <form method="post" action="/sign-in" id="sign-in">
      <input type="hidden" name="csrf" value="${csrf}" />
      <input type="hidden" name="next" value="${next}" />
      <ul class="people">
        ${doctors.map(
          (doctor) =>
            html`<li>
              <button name="doctor" value="${doctor.id}">
                <span class="monogram" aria-hidden="true">${initials(doctor.name)}</span>
                <span class="person"><strong>${doctor.name}</strong> <span>${doctor.specialty}</span></span>
                ${isModerator(doctor) ? html`<span class="tag">Moderator</span>` : ''}
                <span class="tag">${doctor.verified ? 'Verified doctor' : 'Not verified'}</span>
              </button>
            </li>`,
        )}
      </ul>
    </form>
  </div>`;
}
