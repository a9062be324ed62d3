using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace OpenUpr.Tests.Storage;

/// <summary>Backups that were cut, changed or made to harm.</summary>
internal static partial class DamagedBackups
{
    public static IEnumerable<(string Name, byte[] File)> Of(byte[] whole)
    {
        yield return ("empty", []);
        yield return ("not a backup", Encoding.UTF8.GetBytes("To,To-Rgrp,Text\r"));
        yield return ("cut in the middle", whole[..(whole.Length / 2)]);
        yield return ("cut at the end", whole[..^1]);
        yield return ("another zip", Zip([("word/document.xml", "<w/>")]));
        yield return ("a table is missing", Edit(whole, (name, text) => name == "tables/tags.jsonl" ? null : text));
        yield return ("a table too many", Zip([.. Unzip(whole), ("tables/users.jsonl", "{}\n")]));
        yield return ("the manifest is missing", Edit(whole, (name, text) => name == "manifest.json" ? null : text));
        yield return ("the manifest is no JSON", WithManifest(whole, _ => "{"));
        yield return ("the manifest is another's", WithManifest(whole, _ => "{\"format\":\"other\"}"));
        yield return ("the manifest names no table in one place", WithManifest(whole, m => m.Replace("\"tables\":[", "\"tables\":[null,", StringComparison.Ordinal)));
        yield return ("the manifest names a table twice", WithManifest(whole, m => TableEntry().Replace(m, match => $"{match.Value},{match.Value}", 1)));
        yield return ("the manifest is huge", WithManifest(whole, m => m + new string(' ', 3_000_000)));
        yield return ("a row was changed", Edit(whole, (name, text) => name == "tables/reviews.jsonl" ? text.Replace("\"session\":", "\"session\":9", StringComparison.Ordinal) : text));
        yield return ("a row was changed and not its length", Edit(whole, (name, text) => name == "tables/texts.jsonl" ? text.Replace('e', 'E') : text));
        yield return ("a row refers to nothing", Forge(whole, "texts", t => t.Replace("\"review_id\":1,", "\"review_id\":9999999,", StringComparison.Ordinal)));
        yield return ("a row is there twice", Forge(whole, "reviews", t => t + t[..(t.IndexOf('\n', StringComparison.Ordinal) + 1)]));
        yield return ("a row has an unknown column", Forge(whole, "reviews", t => t.Replace("{\"id\":1,", "{\"id\":1,\"extra\":1,", StringComparison.Ordinal)));
        yield return ("a row has null where there must be a value", Forge(whole, "settings", t => Regex.Replace(t, "\"value\":\"[^\"]*\"", "\"value\":null")));
        yield return ("a row is no JSON", Forge(whole, "reviews", _ => "x\n"));
        yield return ("a bomb", Forge(whole, "tags", t => t + new string('\n', 50_000_000)));
    }

    /// <summary>The backup with another manifest.</summary>
    public static byte[] WithManifest(byte[] whole, Func<string, string> change) => Edit(whole, (name, text) => name == "manifest.json" ? change(text) : text);

    /// <summary>A table is changed and the manifest agrees with it.</summary>
    private static byte[] Forge(byte[] whole, string table, Func<string, string> change)
    {
        var content = change(Unzip(whole).Single(e => e.Name == $"tables/{table}.jsonl").Text);
        var bytes = Encoding.UTF8.GetBytes(content);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        var rows = content.Count(c => c == '\n');
        var forged = Edit(whole, (name, text) => name == $"tables/{table}.jsonl" ? content : text);
        return WithManifest(forged, m => TableEntry().Replace(m, match => match.Groups[1].Value == table
            ? $$"""{"name":"{{table}}","rows":{{rows}},"bytes":{{bytes.Length}},"sha256":"{{hash}}"}"""
            : match.Value));
    }

    private static byte[] Edit(byte[] whole, Func<string, string, string?> change) =>
        Zip([.. Unzip(whole).Select(e => (e.Name, Text: change(e.Name, e.Text))).Where(e => e.Text is not null).Select(e => (e.Name, e.Text!))]);

    private static List<(string Name, string Text)> Unzip(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return [.. zip.Entries.Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return (e.FullName, reader.ReadToEnd());
        })];
    }

    private static byte[] Zip(IEnumerable<(string Name, string Text)> entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }

    [GeneratedRegex("""\{"name":"([a-z_]+)","rows":\d+,"bytes":\d+,"sha256":"[0-9a-f]+"\}""")]
    private static partial Regex TableEntry();
}
