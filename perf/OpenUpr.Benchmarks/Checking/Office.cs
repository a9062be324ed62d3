using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenUpr.Benchmarks.Checking;

/// <summary>LibreOffice as the peer: it turns documents into text, and counts their words when it saves them.</summary>
internal static partial class Office
{
    /// <summary>Converts all files of a folder in one start of the program.</summary>
    /// <param name="form">"txt:Text" or "fodt".</param>
    /// <returns>Seconds.</returns>
    public static double Convert(string folder, string form)
    {
        var files = Directory.GetFiles(folder, "*.docx").Order(StringComparer.Ordinal);
        var start = Stopwatch.GetTimestamp();
        using var office = Process.Start(new ProcessStartInfo("soffice", [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", form, "--outdir", folder, .. files]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        office.StandardOutput.ReadToEnd();
        office.WaitForExit();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>What stands between spaces in the text that it wrote; a non-breaking space joins.</summary>
    public static int WordsOfText(string path) => File.ReadAllText(path).TrimStart('\uFEFF').Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Its own count, of text and notes together.</summary>
    public static int OwnCount(string path) => int.Parse(WordCount().Match(File.ReadAllText(path)).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("meta:word-count=\"(\\d+)\"")]
    private static partial Regex WordCount();
}
