/** Where an uploaded file lies; `upload` is the id that the API gave out. */
export const uploadKey = (upload: string): string => `uploads/${upload.replace(/[^A-Za-z0-9-]/g, '')}`;
