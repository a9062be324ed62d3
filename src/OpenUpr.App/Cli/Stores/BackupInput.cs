namespace OpenUpr.App.Cli.Stores;

internal static class BackupInput
{
    /// <exception cref="CliException">The file cannot be read.</exception>
    public static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{path} cannot be read: {e.Message}", e);
        }
    }
}
