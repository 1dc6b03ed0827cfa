// Reads a calendar file with Mozilla's reader (Thunderbird's), unmodified, and prints what it understands: one JSON object a meeting.
//   node read.js FILE
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], 'utf8')));

// It knows no zone but UTC by itself: what the clocks show it learns from the file alone.
for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);

const instant = (time) => time.toJSDate().toISOString();

for (const component of calendar.getAllSubcomponents('vevent')) {
  const event = new ICAL.Event(component);
  const alarm = component.getFirstSubcomponent('valarm');
  process.stdout.write(`${JSON.stringify({
    calendar: calendar.getFirstPropertyValue('name'),
    method: calendar.getFirstPropertyValue('method'),
    refresh: calendar.getFirstPropertyValue('refresh-interval')?.toSeconds() ?? null,
    uid: event.uid,
    sequence: event.sequence,
    status: component.getFirstPropertyValue('status'),
    zone: event.startDate.zone.tzid,
    start: instant(event.startDate),
    end: instant(event.endDate),
    summary: event.summary,
    description: event.description,
    location: event.location,
    url: component.getFirstPropertyValue('url'),
    alarm: alarm?.getFirstPropertyValue('trigger').toSeconds() ?? null,
  })}\n`);
}
