// Remembers the name of whoever works here in their own browser, and nowhere else.
const PLACE = 'sinograph-name';
let told = false;

export default function ({ data, setTriggerValue }) {
  const kept = localStorage.getItem(PLACE);
  if (data.name) localStorage.setItem(PLACE, data.name);
  else if (told) localStorage.removeItem(PLACE);
  else if (kept) setTriggerValue('name', kept);
  told = true;
}
