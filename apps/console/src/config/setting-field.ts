import type { SettingField } from '@dropwise/contract';
import { isConsoleSetting, type SettingDefinition } from '@dropwise/core';
import * as v from 'valibot';
import { shownValue } from './shown-value.ts';

/** A setting as a form needs to know it: what can be read out of its schema is not said twice. */
export function settingFieldOf(definition: SettingDefinition<unknown>): SettingField {
  const { key, group, doc, expected, env, flag = null, secret = false, restart = false } = definition;
  return {
    key,
    group,
    owner: isConsoleSetting(definition) ? 'console' : 'miner',
    ...shapeOf(definition.schema),
    doc,
    expected,
    default: shownValue(definition, definition.default),
    env,
    flag,
    secret,
    restart,
  };
}

type Shape = Pick<SettingField, 'kind' | 'choices' | 'min' | 'max' | 'maxLength'>;

function shapeOf(schema: v.GenericSchema): Shape {
  const limits = {
    min: numberAt(schema, 'min_value'),
    max: numberAt(schema, 'max_value'),
    maxLength: numberAt(schema, 'max_length'),
  };
  switch (schema.type) {
    case 'boolean':
      return { kind: 'boolean', choices: null, ...limits };
    case 'number':
      return { kind: 'number', choices: null, ...limits };
    case 'picklist':
      return { kind: 'choice', choices: optionsOf(schema), ...limits };
    case 'array': {
      const choices = 'item' in schema ? optionsOf(schema.item) : null;
      return { kind: choices === null ? 'list' : 'choiceList', choices, ...limits };
    }
    case 'custom':
      return { kind: 'choiceMap', choices: textsOf(v.getMetadata(schema).choices), ...limits };
    default:
      return { kind: 'text', choices: null, ...limits };
  }
}

/** What the step of this type in the schema's pipe requires; null = there is none. */
function numberAt(schema: object, type: string): number | null {
  const steps: readonly unknown[] = 'pipe' in schema && Array.isArray(schema.pipe) ? schema.pipe : [];
  const step = steps.find((each) => isObject(each) && 'type' in each && each.type === type);
  return isObject(step) && 'requirement' in step && typeof step.requirement === 'number' ? step.requirement : null;
}

function optionsOf(schema: unknown): string[] | null {
  return isObject(schema) && 'options' in schema ? textsOf(schema.options) : null;
}

function textsOf(value: unknown): string[] | null {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : null;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
