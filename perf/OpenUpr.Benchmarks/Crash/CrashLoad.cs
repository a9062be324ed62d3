using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpenUpr.Benchmarks.Crash;

/// <summary>What was asked of the site, and what it said was done.</summary>
internal sealed class CrashLoad(int seed)
{
    public const string Room = "/coalitions/tovell-rights";
    public const int RowsOfAnImport = 200;
    private const int Things = 8;
    private const int MostBytes = 2_000_000;

    private int _attempts;

    /// <summary>Cases and meetings by the words that were last acknowledged, and by those that may stand there too.</summary>
    public ConcurrentDictionary<string, (string Sure, ConcurrentBag<string> Maybe)> Words { get; } = [];

    /// <summary>SHA-256 of every file that was sent, by its name, and whether it was acknowledged.</summary>
    public ConcurrentDictionary<string, (string Hash, string Case, bool Sure)> Files { get; } = [];

    /// <summary>Imports by their word, and whether they were acknowledged.</summary>
    public ConcurrentDictionary<string, bool> Imports { get; } = [];

    public List<string> Cases { get; } = [];

    public List<string> Meetings { get; } = [];

    public int Attempts => _attempts;

    /// <summary>Makes the cases and meetings that are written to.</summary>
    public async Task PrepareAsync(CrashVisitor visitor)
    {
        for (var i = 0; i < Things; i++)
        {
            var made = await visitor.SendAsync($"{Room}/evidence/new", $"{Room}/evidence/new", ("alias", $"Case {i}"), ("consent", "unknown"), ("notes", "begun"));
            var met = await visitor.SendAsync($"{Room}/meetings/new", $"{Room}/meetings/new", ("title", $"Meeting {i}"), ("starts", "2026-05-01T10:00"), ("minutes", "begun"));
            Cases.Add(made.Location ?? throw new InvalidOperationException($"No case was made: {made.Status} {made.Sentence}"));
            Meetings.Add(met.Location?.Split('?')[0] ?? throw new InvalidOperationException($"No meeting was made: {met.Status} {met.Sentence}"));
        }

        foreach (var thing in Cases.Concat(Meetings))
        {
            Words[thing] = ("begun", []);
        }
    }

    public async Task<Answer> UploadAsync(CrashVisitor visitor, int number)
    {
        var (random, to, name) = (new Random(unchecked((seed * 7919) + number)), Cases[number % Cases.Count], $"file-{number}.txt");
        var content = Text(random);
        Files[name] = (Convert.ToHexStringLower(SHA256.HashData(content)), to, false);
        var answer = await visitor.UploadAsync($"{to}/files", "file", name, content);
        Files[name] = Files[name] with { Sure = answer.IsAcknowledged };
        Interlocked.Increment(ref _attempts);
        return answer;
    }

    public async Task<Answer> EditAsync(CrashVisitor visitor, int number)
    {
        var isCase = number % 2 == 0;
        var to = (isCase ? Cases : Meetings)[number / 2 % Things];
        var words = $"words-{number}-";
        Words[to].Maybe.Add(words);
        var answer = isCase
            ? await visitor.SendAsync($"{to}/edit", $"{to}/edit", ("alias", to.Split('/')[^1]), ("consent", "unknown"), ("notes", words))
            : await visitor.SendAsync($"{to}/edit", $"{to}/edit", ("title", "Meeting"), ("starts", "2026-05-01T10:00"), ("minutes", words));
        if (answer.IsAcknowledged)
        {
            Words[to] = (words, []);
        }

        Interlocked.Increment(ref _attempts);
        return answer;
    }

    /// <summary>Sends a file of recommendations for import; the acknowledgement is that it waits.</summary>
    public async Task<Answer> ImportAsync(CrashVisitor visitor, int number)
    {
        var word = $"crashword{seed}x{number}";
        var file = new StringBuilder("To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session\n");
        for (var i = 0; i < RowsOfAnImport; i++)
        {
            file.Append(CultureInfo.InvariantCulture, $"Arvenia,EEG,OIF,\"Keep bridge {i} painted, and {word} beside it\",Jasmar,Asia,\"AL,OIC\",Supported,5,Labour,7\n");
        }

        Imports[word] = false;
        var answer = await visitor.UploadAsync("/curate/upload", "files", $"{word}.csv", Encoding.UTF8.GetBytes(file.ToString()));
        Imports[word] = answer.IsAcknowledged;
        Interlocked.Increment(ref _attempts);
        return answer;
    }

    /// <summary>Letters: a kind of which the clean copy is the original, so that both can be compared byte for byte.</summary>
    private static byte[] Text(Random random)
    {
        var content = new byte[random.Next(1, MostBytes)];
        random.NextBytes(content);
        for (var i = 0; i < content.Length; i++)
        {
            content[i] = (byte)('a' + (content[i] % 26));
        }

        return content;
    }
}
