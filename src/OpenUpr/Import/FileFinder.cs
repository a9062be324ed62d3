using OpenUpr.Sources;

namespace OpenUpr.Import;

/// <summary>Finds the files to import under files and folders, each once. Links inside folders are not followed: they can lead in circles or out of the folder.</summary>
internal static class FileFinder
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 32,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        IgnoreInaccessible = false,
    };

    public static IReadOnlyList<string> Find(IEnumerable<string> paths) =>
        [.. paths.SelectMany(FindUnder).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> FindUnder(string path)
    {
        try
        {
            var full = Path.GetFullPath(path);
            if (Directory.Exists(full))
            {
                return [.. Directory.EnumerateFiles(full, "*", Everything).Order(StringComparer.Ordinal)];
            }

            // A link that leads nowhere or in a circle is there, and reading it says what is wrong.
            return File.Exists(full) || new FileInfo(full).LinkTarget is not null
                ? [full]
                : throw new SourceException($"There is no file or folder '{path}'. Check the path.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SourceException($"'{path}' cannot be read: {e.Message} Check the path and that you may read it.", inner: e);
        }
    }
}
