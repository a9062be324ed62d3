using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace OpenUpr.Benchmarks.Crash;

/// <summary>Looks whether all that was acknowledged is there and whole, and nothing is there by half.</summary>
internal sealed class CrashCheck(CrashSite site, CrashLoad load)
{
    private readonly HashSet<string> _opened = [];

    /// <summary>What is wrong; empty when nothing is.</summary>
    public List<string> Wrong { get; } = [];

    public int FilesOpened { get; private set; }

    /// <summary>Names of files that are listed though nobody was told that they were kept: whole ones are right, too.</summary>
    public int Unacknowledged { get; private set; }

    /// <param name="isLast">Whether every file is opened, and imports are waited for.</param>
    public async Task RunAsync(CrashVisitor visitor, bool isLast)
    {
        await visitor.SignInAsync();
        foreach (var (thing, (sure, maybe)) in load.Words)
        {
            var page = await visitor.GetAsync(thing);
            if (!maybe.Append(sure).Any(w => page.Body.Contains(w, StringComparison.Ordinal)))
            {
                Wrong.Add($"{thing} ({page.Status}) has neither {sure} nor anything later");
            }
        }

        Unacknowledged = 0;
        foreach (var one in load.Cases)
        {
            await FilesAsync(visitor, one, isLast);
        }

        foreach (var (word, sure) in load.Imports)
        {
            await ImportAsync(visitor, word, isLast && sure);
        }

        if (await site.VerifyAuditAsync() is { Exit: not 0 } log)
        {
            Wrong.Add($"audit verify: {log.Exit} {log.Words}");
        }
    }

    private async Task FilesAsync(CrashVisitor visitor, string one, bool isLast)
    {
        var page = (await visitor.GetAsync(one)).Body;
        var listed = Regex.Matches(page, "href=\"[^\"]*/files/(\\d+)\" aria-label=\"[^\"]*: (file-\\d+\\.txt)\"").ToDictionary(m => m.Groups[2].Value, m => m.Groups[1].Value);
        foreach (var (name, (_, _, sure)) in load.Files.Where(f => f.Value.Case == one))
        {
            if (sure && !listed.ContainsKey(name))
            {
                Wrong.Add($"{name} was acknowledged and is not in {one}");
            }

            Unacknowledged += !sure && listed.ContainsKey(name) ? 1 : 0;
        }

        foreach (var (name, id) in listed.Where(f => isLast || _opened.Add(f.Key)))
        {
            FilesOpened++;
            var clean = await visitor.FileAsync($"{one}/files/{id}");
            if (clean is null || Convert.ToHexStringLower(SHA256.HashData(clean)) != load.Files[name].Hash)
            {
                Wrong.Add($"{one}/files/{id} ({name}) does not open as it was sent");
            }

            if (isLast && int.Parse(id, System.Globalization.CultureInfo.InvariantCulture) % 5 == 0)
            {
                await OriginalAsync(visitor, $"{one}/files/{id}/original", name);
            }
        }
    }

    private async Task OriginalAsync(CrashVisitor visitor, string address, string name)
    {
        var original = await visitor.SendAsync(address, address, ("reason", "verify"));
        if (Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(original.Body))) != load.Files[name].Hash)
        {
            Wrong.Add($"{address} ({name}) is not the file that was sent: {original.Status}");
        }
    }

    private async Task ImportAsync(CrashVisitor visitor, string word, bool isDue)
    {
        for (var tries = 0; ; tries++)
        {
            var found = Regex.Match((await visitor.GetAsync($"/api/v1/recommendations?q={word}&limit=1")).Body, "\"total\":\\s*(\\d+)").Groups[1].Value;
            if (found == $"{CrashLoad.RowsOfAnImport}" || (found == "0" && !isDue))
            {
                return;
            }

            if (found != "0" || tries == 120)
            {
                Wrong.Add($"import {word} has '{found}' of {CrashLoad.RowsOfAnImport} rows");
                return;
            }

            await Task.Delay(500);
        }
    }
}
