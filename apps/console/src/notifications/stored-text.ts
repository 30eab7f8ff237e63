import { type NotificationMessage, type NotificationRuleId, notificationRules } from '@dropwise/core/notifications';
import type { DeliveryRow, NewDelivery } from '@dropwise/store';

/** The log of deliveries keeps texts; a link stands on the last line, where a person finds it too. */
export function formatDelivery(message: NotificationMessage): Pick<NewDelivery, 'rule' | 'title' | 'text'> {
  const { rule, title, text, link } = message;
  return { rule, title, text: link === null ? text : `${text}\n${link}` };
}

/** What is to be sent after a restart. */
export function parseDelivery(row: Pick<DeliveryRow, 'rule' | 'title' | 'text'>): NotificationMessage {
  const { text = row.text, link = null } = /^(?<text>.*)\n(?<link>https?:\/\/\S+)$/s.exec(row.text)?.groups ?? {};
  const words = { title: row.title, text, link };
  if (!isRule(row.rule)) return { rule: 'digest', tone: 'plain', urgent: false, ...words };
  const { tone, urgent } = notificationRules[row.rule];
  return { rule: row.rule, tone, urgent, ...words };
}

function isRule(rule: string): rule is NotificationRuleId {
  return Object.hasOwn(notificationRules, rule);
}
