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
            await FitAsync(reference, RewordedText.Draw(known, wording, Learned, Seed + 1));
            return 0;
        }

        var lines = new List<string>();
        var errors = new List<string>();
        lines.Add(await ScoreAsync("held out", reference, held, RewordedText.Draw(held, wording, Texts, Seed), errors));
        lines.Add(await ScoreAsync("fitted to", reference, known, RewordedText.Draw(known, wording, Texts, Seed), []));
        Console.WriteLine(string.Join("\n\n", lines));
        if (arguments.Find("errors") is { } path)
        {
            await File.WriteAllLinesAsync(path, errors);
        }

        return 0;
    }

    private static async Task<string> ScoreAsync(string name, ReferenceData reference, IReadOnlyList<UptakeReview> reviews, IReadOnlyList<RewordedText> drafts, List<string> errors)
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

        return string.Create(CultureInfo.InvariantCulture, $"{name}: {reviews.Count} reports, {reviews.Sum(r => r.Texts.Count):N0} texts\n\n{tally}");
    }

    private static async Task FitAsync(ReferenceData reference, IReadOnlyList<RewordedText> drafts)
    {
        var rows = new List<(double[] Values, bool IsRight)>();
        foreach (var group in drafts.GroupBy(d => d.Review))
        {
            var shelf = await group.Key.ShelveAsync(reference);
            foreach (var draft in group)
            {
                // Of the ways in which the original can be found the best is the right one; the others teach nothing.
                foreach (var text in shelf.Signs(draft.Ask).GroupBy(s => s.Text.Id))
                {
                    var signs = text.Select(s => s.Signs).ToList();
                    rows.AddRange(draft.IsRight(text.First().Text)
                        ? [(signs.MaxBy(s => s.Meant.Score + s.Meant.OfAsked + s.Meant.OfFound).Values(), true)]
                        : draft.IsAsNear(text.First().Text) ? [] : signs.Select(s => (s.Values(), false)));
                }
            }
        }

        var weights = LogisticFit.Fit(rows);
        Console.WriteLine("name,value,source");
        foreach (var (name, weight) in UptakeSigns.Names.Zip(weights))
        {
            Console.WriteLine(FormattableString.Invariant($"{name},{weight:0.###},\"fitted: benchmark \"\"uptake\"\", {Learned} texts of reports of odd sessions worded anew\""));
        }
    }
}
