import {
  CheckOutlined,
  ClockCircleOutlined,
  CloseOutlined,
  CopyOutlined,
  EditOutlined,
  FileDoneOutlined,
  FileUnknownOutlined,
  HistoryOutlined,
  QuestionOutlined,
  SwapOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { DeskState } from '#shared/contract/desk.ts';
import { stateLabels } from './desk-words.ts';

/** A shape beside the colour, so that nobody has to tell them by colour. */
const icons: Record<DeskState, ReactNode> = {
  waiting: <ClockCircleOutlined />,
  not_a_form: <FileUnknownOutlined />,
  duplicate: <CopyOutlined />,
  plan_sheet: <FileDoneOutlined />,
  faulty: <CloseOutlined />,
  wrong_period: <SwapOutlined />,
  outdated: <HistoryOutlined />,
  confirm: <QuestionOutlined />,
  correction: <EditOutlined />,
  ready: <CheckOutlined />,
};

/** What became of a file, in a word. */
export function StateTag({ state }: { state: DeskState }) {
  return (
    <span className={`desk-state desk-state-${state}`}>
      <span aria-hidden="true">{icons[state]}</span>
      {stateLabels[state]}
    </span>
  );
}
