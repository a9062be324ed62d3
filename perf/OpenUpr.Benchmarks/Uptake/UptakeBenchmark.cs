using System.Globalization;
using OpenUpr.Benchmarks.Search;
using OpenUpr.FollowUp.Uptake;
using OpenUpr.Reviews;

namespace OpenUpr.Benchmarks.Uptake;

/// <summary>
/// Drafts found among the recommendations of their review: texts of real reports worded anew, and pairs that people labelled: <c>uptake OUT.md --corpus DIR [--fit 1] [--errors FILE]</c>.
/// The engine is fitted to reports of odd sessions; what is reported is of even ones.
/// </summary>
internal static class UptakeBenchmark
{
    private const int Seed = 48;
    private const int Texts = 300;

    /// <summary>Texts by which the engine is fitted.</summary>
    private const int Learned = 900;

    /// <summary>The session of the labelled pairs by which the engine is fitted too; the other session is held out.</summary>
    private const int LearnedSession = 34;

    private const int PairWeight = 40;

    /// <summary>Texts that have next to nothing in common teach nothing.</summary>
    private const double LeastStanding = 0.2;

    private const string Folder = "perf/OpenUpr.Benchmarks/Uptake/";

    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args);
        var reference = ReferenceData.Load(World.UnitedNations);
        var reviews = await UptakeReview.ReadAsync(Path.Combine(arguments.Need("corpus"), "reports"), reference);
        var wording = new CoalitionWording(Folder + "rewording.csv");
        var (known, held) = (reviews.Where(r => r.Session % 2 == 1).ToList(), reviews.Where(r => r.Session % 2 == 0).ToList());
        if (arguments.Find("fit") is not null)
        {
            await FitAsync(reference, known, RewordedText.Draw(known, wording, Learned, Seed + 1), await LabelledPair.ReadAsync(Folder + "labelled.csv", Path.Combine(arguments.Need("corpus"), "slovenia"), reference), arguments.Find("dump"));
            return 0;
        }

        if (arguments.Find("propose") is { } proposals)
        {
            await File.WriteAllLinesAsync(proposals, await LabelledPair.ProposeAsync(Folder + "labelled.csv", Path.Combine(arguments.Need("corpus"), "slovenia"), reference));
            return 0;
        }

        var lines = new List<string>();
        var errors = new List<string>();
        lines.Add(await ScoreAsync("Held out, reports of even sessions", reference, held, RewordedText.Draw(held, wording, Texts, Seed), errors));
        lines.Add(await ScoreAsync("Fitted to, reports of odd sessions", reference, known, RewordedText.Draw(known, wording, Texts, Seed), []));
        var pairs = await LabelledPair.ReadAsync(Folder + "labelled.csv", Path.Combine(arguments.Need("corpus"), "slovenia"), reference);
        lines.Add(Labelled(pairs, errors));
        var read = Path.Combine(Folder, "errors-read.md");
        var text = $"""
            # Which recommendations a draft became

            `dotnet run -c Release --project perf/OpenUpr.Benchmarks -- uptake {arguments}`

            **Texts worded anew.** From the reports (`DIR/reports`, read by the program's own reader) {Texts} texts of at least eight words, drawn with a fixed seed round by round over all reports, a sixth of each kind:
            *synonyms*: words exchanged by a list of {wording.Pairs} pairs (`perf/OpenUpr.Benchmarks/Uptake/rewording.csv`, four places in five; {wording.Shared} further pairs of the list are not used because the engine's own list, `uptake-words.csv`, reads both words the same);
            *order*: the actions turned round, or the text cut at a joint and the second half put first; *shortened*: what follows a comma, "including", "through", "in line with" and the like left out, or the last third;
            *split*: two texts of the review in one draft, both to be found (first: either; in the first three: both); *merged*: one action of a text that asks for several; *all*: synonyms, order and shorter. All but *synonyms* and *all* have two words in five exchanged as well.
            Each is looked for among all recommendations of its own review. Texts of the same words are the same text; nothing else counts as found. *Another that says all of it*: misses where the first answer holds every word that the draft had before words were exchanged.
            The engine's weights are fitted to reports of odd sessions; what counts is the first table, of even ones. No States approached are known for any of them.

            {string.Join("\n\n", lines)}

            {(File.Exists(read) ? await File.ReadAllTextAsync(read) : "")}
            """;
        Console.WriteLine(text);
        if (args is [{ } result, ..] && result.EndsWith(".md", StringComparison.Ordinal))
        {
            await File.WriteAllTextAsync(result, text.TrimEnd() + "\n");
        }

        if (arguments.Find("errors") is { } path)
        {
            await File.WriteAllLinesAsync(path, errors);
        }

        return 0;
    }

    private static async Task<string> ScoreAsync(string name, ReferenceData reference, List<UptakeReview> reviews, IReadOnlyList<RewordedText> drafts, List<string> errors)
    {
        var tally = new UptakeTally();
        foreach (var group in drafts.GroupBy(d => d.Review))
        {
            var shelf = await group.Key.ShelveAsync(reference);
            foreach (var draft in group)
            {
                tally.Add(draft, shelf.Find(draft.Ask, 10), errors);
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"## {name}: {reviews.Count} reports, {reviews.Sum(r => r.Texts.Count):N0} texts\n\n{tally}");
    }

    private static string Labelled(IReadOnlyList<LabelledPair> pairs, List<string> errors)
    {
        var rows = new List<string> { "## Pairs that a person judged\n\nParagraphs of the summaries of stakeholders' submissions on Slovenia (sessions 34 and 48) beside recommendations of the same review, both read by a person: *yes* where the State asks for something that the paragraph asks for or finds missing, *no* where it does not (mostly the same issue). Some pairs were chosen while reading, before the engine was built for them; the others (*proposed* in the file) are every further recommendation that an earlier state of the engine proposed for these paragraphs with a confidence of 0.3 or more, so that precision is that of what people are shown and not of pairs that somebody picked. Numbers and verdicts: `perf/OpenUpr.Benchmarks/Uptake/labelled.csv`. Paragraphs are read sentence by sentence, without who asks whom; *found* is a confidence of at least the bound of the word.\n\n| pairs | labelled yes | no | bound | found | of those right (precision) | of the yes found (recall) |\n|---|---|---|---|---|---|---|" };
        foreach (var (name, some) in new[] { ("all", pairs), ("session 34 (fitted to)", [.. pairs.Where(p => p.Review.Session == LearnedSession)]), ("session 48 (held out)", [.. pairs.Where(p => p.Review.Session != LearnedSession)]) })
        {
            foreach (var (word, bound) in new[] { ("doubtful and better", UptakeModel.Doubtful), ("likely and better", UptakeModel.Likely), ("sure", UptakeModel.Sure) })
            {
                var (found, right) = (some.Count(p => p.Confidence >= bound), some.Count(p => p.Confidence >= bound && p.Says));
                rows.Add(string.Create(CultureInfo.InvariantCulture, $"| {name} | {some.Count(p => p.Says)} | {some.Count(p => !p.Says)} | {word} | {found} | {100.0 * right / Math.Max(1, found):0.0} % | {100.0 * right / some.Count(p => p.Says):0.0} % |"));
            }
        }

        errors.Add("PAIRS");
        errors.AddRange(pairs.Where(p => p.Says != p.Confidence >= UptakeModel.Likely).Select(p => p.ToString()));
        return string.Join('\n', rows);
    }

    private static async Task FitAsync(ReferenceData reference, List<UptakeReview> reviews, IReadOnlyList<RewordedText> drafts, IReadOnlyList<LabelledPair> pairs, string? dump)
    {
        var rows = new List<(double[] Values, bool IsRight)>();
        foreach (var group in drafts.GroupBy(d => d.Review))
        {
            // Half of the drafts are looked for in a review that did not make them, so that the program learns what nobody took up.
            var other = reviews[(reviews.ToList().IndexOf(group.Key) + 1) % reviews.Count];
            var (own, foreign) = (await group.Key.ShelveAsync(reference), await other.ShelveAsync(reference));
            foreach (var draft in group)
            {
                rows.AddRange(Rows(own, draft, true));
                rows.AddRange(Rows(foreign, draft, false));
            }
        }

        // Pairs that people judged are few; each counts as much as several that a program made.
        var judged = pairs.Where(p => p.Read.Count > 0).Select(p => (p.Review.Session, p.Read.MaxBy(r => r.Confidence).Signs.Values(), p.Says)).ToList();
        if (dump is not null)
        {
            await File.WriteAllLinesAsync(dump, rows.Select(r => (Session: 0, r.Values, r.IsRight)).Concat(judged.Select(j => (j.Session, j.Item2, j.Says))).Select(r =>
                string.Create(CultureInfo.InvariantCulture, $"{r.Item1},{(r.Item3 ? 1 : 0)},{string.Join(',', r.Item2.Select(v => v.ToString("0.####", CultureInfo.InvariantCulture)))}")));
        }

        rows.AddRange(judged.Where(j => j.Session == LearnedSession).SelectMany(j => Enumerable.Repeat((j.Item2, j.Says), PairWeight)));
        var weights = LogisticFit.Fit(rows);
        Console.WriteLine("name,value,source");
        foreach (var (name, weight) in UptakeSigns.Names.Zip(weights))
        {
            Console.WriteLine(FormattableString.Invariant($"{name},{weight:0.###},\"fitted: benchmark \"\"uptake\"\", {Learned} texts of reports of odd sessions worded anew and the labelled pairs of session {LearnedSession}\""));
        }
    }

    private static IEnumerable<(double[] Values, bool IsRight)> Rows(UptakeShelf shelf, RewordedText draft, bool isOwn)
    {
        // Of the ways in which the original can be found the best is the right one; the others teach nothing. Nor does another text that says all of it.
        foreach (var text in shelf.Signs(draft.Ask).GroupBy(s => s.Text.Id))
        {
            var signs = text.Select(s => s.Signs).ToList();
            if (isOwn && draft.IsRight(text.First().Text))
            {
                yield return (signs.MaxBy(s => s.Meant.Score + s.Meant.OfAsked + s.Meant.OfFound).Values(), true);
            }
            else if (!draft.IsAsNear(text.First().Text))
            {
                foreach (var sign in signs.Where(s => s.Standing > LeastStanding))
                {
                    yield return (sign.Values(), false);
                }
            }
        }
    }
}
