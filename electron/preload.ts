import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';
import { type JobProgress, jobProgressChannel } from '#shared/contract/application.ts';
import { type Bridge, bridgeName } from '#shared/contract/bridge.ts';

const bridge: Bridge = Object.freeze({
  invoke: (channel: string, input: unknown) => ipcRenderer.invoke(channel, input),
  onJobProgress: (listener: (progress: JobProgress) => void) => {
    const receive = (_event: IpcRendererEvent, progress: JobProgress) => listener(progress);
    ipcRenderer.on(jobProgressChannel, receive);
    return () => ipcRenderer.removeListener(jobProgressChannel, receive);
  },
  pathForFile: (file: File) => webUtils.getPathForFile(file),
});

contextBridge.exposeInMainWorld(bridgeName, bridge);
