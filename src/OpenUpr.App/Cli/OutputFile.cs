namespace OpenUpr.App.Cli;

/// <summary>Writes a file that appears under its name only when it is complete: a failure leaves what was there before.</summary>
internal static class OutputFile
{
    /// <exception cref="CliException">The file cannot be written.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write, CancellationToken cancel)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            throw new CliException($"{path} is a folder. Name a file.");
        }

        var part = $"{full}.{Environment.ProcessId}.part";
        try
        {
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, FileOptions.Asynchronous))
            {
                await write(file);
                await file.FlushAsync(cancel);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, full, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{path} cannot be written: {e.Message}", e);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
