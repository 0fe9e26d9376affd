/** A unit's return with everything a marked copy must leave alone: styles, notes, merges, a picture, a table. */
import ExcelJS from 'exceljs';

const dot =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const line: Partial<ExcelJS.Border> = { style: 'thin' };
const border = { top: line, bottom: line, left: line, right: line };

export interface ReturnParts {
  /** Notes by address. */
  notes?: Record<string, string>;
  withPicture?: boolean;
  withTable?: boolean;
}

/**
 * Title in A1:E1, headings in row 2, two tasks below, D3 and D4 percentages, column A hidden, and a second sheet.
 * Rows 5 and below do not exist; column F has a style of its own.
 */
export async function faultyReturn({ notes = {}, withPicture = false, withTable = false }: ReturnParts = {}) {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('填报表');
  sheet.getCell('A1').value = '2024年6月进展填报表';
  sheet.mergeCells('A1:E1');
  sheet.addRow(['标识', '序号', '重点工作', '完成比例(%)', '本期进展']);
  sheet.addRow(['Z02-01', 1, '新增规上服务业企业50家以上', '约三分之二', '已新增 33 家']);
  sheet.addRow(['Z02-02', 2, '改造提升老旧小区 20 个', 350, '完成 & 验收 <7> 个']);
  sheet.getColumn(1).hidden = true;
  sheet.getColumn(6).numFmt = '0.00';
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      cell.border = border;
      cell.font = { name: '仿宋_GB2312', size: 12 };
    }),
  );
  sheet.getCell('D4').numFmt = '0"%"';
  sheet.getCell('D4').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } };
  sheet.getCell('D3').dataValidation = { type: 'list', formulae: ['"10,20"'], allowBlank: true };
  for (const [address, text] of Object.entries(notes)) sheet.getCell(address).note = text;
  if (withPicture) {
    const image = workbook.addImage({ base64: dot, extension: 'png' });
    sheet.addImage(image, 'G2:H4');
  }
  if (withTable) {
    const columns = [{ name: '甲' }, { name: '乙' }];
    sheet.addTable({ name: '附表', ref: 'J2', columns, rows: [['一', '二']] });
  }
  workbook.addWorksheet('说明').getCell('B2').value = '请勿改动';
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
