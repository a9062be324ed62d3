using System.Globalization;
using System.Text;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Evidence.Vault;

namespace OpenUpr.App.Features.Evidence;

/// <summary>Codes of the library in words.</summary>
internal static class EvidenceText
{
    /// <summary>The word for a code such as "through-international" of a group such as "Verdict"; the code itself where there is none.</summary>
    public static string Of(string group, string code) => EvidenceWords.ResourceManager.GetString($"{group}_{Pascal(code)}", CultureInfo.CurrentUICulture) ?? code;

    /// <summary>"Removed: place, camera and date (EXIF) 1; comments 2."</summary>
    public static string Note(RemovalNote note) => note.Blocked is { } why ? Of("Blocked", why)
        : note.Removed.Count == 0 ? EvidenceWords.Removed_Nothing
        : Numbers.Fill(EvidenceWords.Removed_List, string.Join("; ", note.Removed.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{Of("Metadata", r.Key)} ({Numbers.Count(r.Value)})")));

    /// <summary>A deed of the log; the reason for taking an original out stands behind its second point.</summary>
    public static string Deed(string deed) => deed.StartsWith("evidence-file.download-original.", StringComparison.Ordinal)
        ? Numbers.Fill(EvidenceWords.Deed_Original, Of("Reason", deed.Split('.')[^1]))
        : Of("Deed", deed.Replace('.', '-'));

    private static string Pascal(string code)
    {
        var name = new StringBuilder();
        foreach (var word in code.Split('-', '.'))
        {
            name.Append(word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..]);
        }

        return name.ToString();
    }
}
