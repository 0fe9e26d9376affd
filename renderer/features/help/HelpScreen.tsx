/** 帮助: what each screen is for, the rules in short, and the life of a task. */
import { Link } from 'react-router';
import { PageHeader } from '../../components/PageHeader.tsx';
import { StateDiagram } from './StateDiagram.tsx';
import './help.css';

const screens = [
  ['/tasks', '任务总表', '全部任务。点编号看一项任务：原文和勘误、计划与节点、亮灯、各期进展、状态与变动。'],
  ['/plan', '计划', '责任人、时限、序时和节点，成批修改和确认；明确“相关街镇”是哪些单位；领导分工变动。'],
  [
    '/lights',
    '亮灯',
    '各任务在期末或今天应达多少、实际多少、亮什么灯、为什么。每个数字点开就是它数的那些任务。',
  ],
  ['/progress', '进展录入', '像电子表格一样填进展，离开一行就保存。'],
  ['/exports', '台账与填报表', '给单位的填报表，给会议的台账。'],
  ['/returns', '导入回表', '单位交回的表拖进来，逐行看改动再入库，整批可以撤销。'],
  ['/standing', '报送情况', '谁报了、谁迟报、谁没报，退回的表。'],
  ['/actions', '督办', '今天该催什么；催办、督办单、约谈、延期，发出的每一件和它的下落。'],
  ['/assess', '考核', '按规则计分、排名、公布；每一分点开就是依据。'],
  ['/rules', '规则', '亮灯、督办、序时怎么算，今天用什么数字；从某一天起改规则，以前的日子不变。'],
  ['/units', '单位', '单位名录、别名和统称。'],
  ['/log', '变更记录', '谁在什么时候改了什么，改前改后；记录前后相连，改动过就能查出来。'],
] as const;

const rules = [
  '任务写明数字指标并且报了完成值的，按完成值除以目标算；没有完成值的，按单位报的完成比例算。',
  '序时没有写明的按全年匀速建议；文中写了“一季度达30%”“10月底前”的，按文中的话建议。标着“建议”的，有人确认后才算计划。',
  '撤销、拆分、合并的任务仍然列在表里，从办理那天起不再计数、不再催报；以前各期的台账不变。',
  '领导分工变动从接任那天起生效，以前各期仍记在原领导名下。',
  '办结要附材料，由申请人以外的人审核，通过后销号；指标、节点、督办单有一样没了结，就列出来，办不了。',
] as const;

export default function HelpScreen() {
  return (
    <div className="help-page">
      <PageHeader title="帮助" note="各屏做什么，规则怎么定，任务怎么办结。" />
      <section className="sheet help-block" aria-labelledby="help-screens">
        <h2 id="help-screens">各屏</h2>
        <dl>
          {screens.map(([path, label, words]) => (
            <div key={path}>
              <dt>
                <Link to={path}>{label}</Link>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="sheet help-block" aria-labelledby="help-rules">
        <h2 id="help-rules">规则</h2>
        <ul>
          <li>
            什么时候亮什么灯、发什么颜色的督办单、几天答复、序时怎么算，连同今天用的数字，都写在
            <Link to="/rules">规则</Link>里；计多少分写在<Link to="/assess?tab=rules">考核规则</Link>里。
          </li>
          {rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </section>
      <section className="sheet help-block" aria-labelledby="help-states">
        <h2 id="help-states">任务的状态</h2>
        <StateDiagram />
      </section>
    </div>
  );
}
