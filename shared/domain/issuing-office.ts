/** Who signs the papers of 督办 and 考核. */
export const issuingOffice = '督查科';
