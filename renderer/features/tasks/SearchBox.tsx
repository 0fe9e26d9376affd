import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { type CompositionEvent, useEffect, useRef, useState } from 'react';

/** Long enough for a quick typist not to search after every letter. */
const pauseBeforeSearch = 250;

interface SearchBoxProps {
  value: string;
  onSearch: (text: string) => void;
}

/** Searches when typing pauses; letters of an unfinished IME composition are not searched for. */
export function SearchBox({ value, onSearch }: SearchBoxProps) {
  const [typed, setTyped] = useState(value);
  const [composing, setComposing] = useState(false);
  const sent = useRef(value);

  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setTyped(value);
  }, [value]);

  useEffect(() => {
    if (composing || typed === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      onSearch(typed);
    }, pauseBeforeSearch);
    return () => clearTimeout(timer);
  }, [typed, composing, onSearch]);

  const endComposition = (event: CompositionEvent<HTMLInputElement>) => {
    setComposing(false);
    setTyped(event.currentTarget.value);
  };
  return (
    <Input
      className="task-search"
      aria-label="查找任务"
      placeholder="编号、内容、单位、备注或拼音首字母"
      prefix={<SearchOutlined />}
      allowClear
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={endComposition}
    />
  );
}
