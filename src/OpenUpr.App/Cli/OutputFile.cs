namespace OpenUpr.App.Cli;

/// <summary>Writes a file that appears under its name only when it is complete: a failure leaves what was there before.</summary>
internal static class OutputFile
{
    /// <param name="ownerOnly">Nobody but the user may read the file.</param>
    /// <exception cref="CliException">The file cannot be written.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write, bool ownerOnly, CancellationToken cancel)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            throw new CliException($"{path} is a folder. Name a file.");
        }

        if (full.StartsWith("/dev/", StringComparison.Ordinal))
        {
            // A device, such as /dev/stdout, is written to and never replaced.
            await using var device = new FileStream(full, FileMode.Open, FileAccess.Write);
            await write(device);
            return;
        }

        if (File.Exists(full))
        {
            full = File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
        }

        var part = $"{full}.{Environment.ProcessId}.part";
        try
        {
            await using (var file = new FileStream(part, Options(ownerOnly)))
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
            if (File.Exists(part))
            {
                File.Delete(part);
            }
        }
    }

    private static FileStreamOptions Options(bool ownerOnly)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, Options = FileOptions.Asynchronous, BufferSize = 64 * 1024 };
        if (ownerOnly && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
