import { LeftOutlined } from '@ant-design/icons';
import type { MouseEvent, ReactNode } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';

interface BackLinkProps {
  /** Where to go when the page was opened from nowhere. */
  to: string;
  children: ReactNode;
}

/** Goes back to where one came from, filters and all; its words name the place it belongs to. */
export function BackLink({ to, children }: BackLinkProps) {
  const navigate = useNavigate();
  const cameFromInside = useLocation().key !== 'default';
  const goBack = (event: MouseEvent) => {
    if (!cameFromInside) return;
    event.preventDefault();
    void navigate(-1);
  };
  return (
    <Link to={to} onClick={goBack}>
      <LeftOutlined aria-hidden /> 返回{cameFromInside ? '' : children}
    </Link>
  );
}
