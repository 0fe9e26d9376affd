import ExcelJS from 'exceljs';

/** Types into the visible table of an exported plan sheet, by task code and heading. */
export async function typePlanSheet(
  file: string,
  changes: Record<string, Record<string, string | Date>>,
): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.getWorksheet('计划');
  const headings = sheet?.getRow(3).values as string[];
  sheet?.eachRow((row) => {
    for (const [heading, value] of Object.entries(changes[row.getCell(1).text] ?? {}))
      row.getCell(headings.indexOf(heading)).value = value;
  });
  await workbook.xlsx.writeFile(file);
}
