using System.Globalization;
using OpenUpr.FollowUp.Uptake;

namespace OpenUpr.Benchmarks.Uptake;

/// <summary>Counts by kind of rewording, and how often a confidence is right.</summary>
internal sealed class UptakeTally
{
    private static readonly double[] s_bounds = [0, 0.15, 0.5, 0.75, 0.9, 0.97];

    private readonly Dictionary<RewordingKind, (int Drafts, int First, int Three, int Near)> _kinds = [];
    private readonly (int Count, int Right, double Sum)[] _bins = new (int, int, double)[s_bounds.Length];

    public void Add(RewordedText draft, IReadOnlyList<UptakeFound> found, List<string> errors)
    {
        var places = draft.Originals.Select(o => found.TakeWhile(f => f.Text.Id != o.Id && !draft.IsRight(f.Text)).Count()).ToList();
        var first = found.Count > 0 && draft.IsRight(found[0].Text);
        var three = draft.Originals.All(o => found.Take(3).Any(f => f.Text.Id == o.Id || Similar.Rewording.Plain(f.Text.Text) == Similar.Rewording.Plain(o.Text)));
        var near = !first && found.Count > 0 && draft.IsAsNear(found[0].Text);
        var before = _kinds.GetValueOrDefault(draft.Kind);
        _kinds[draft.Kind] = (before.Drafts + 1, before.First + (first ? 1 : 0), before.Three + (three ? 1 : 0), before.Near + (near ? 1 : 0));
        foreach (var one in found)
        {
            ref var bin = ref _bins[Array.FindLastIndex(s_bounds, b => one.Confidence >= b)];
            bin = (bin.Count + 1, bin.Right + (draft.IsRight(one.Text) ? 1 : 0), bin.Sum + one.Confidence);
        }

        if (!first || !three)
        {
            errors.Add(string.Create(CultureInfo.InvariantCulture, $"{draft.Kind} {draft.Review.Symbol} first={first} three={three} near={near} place={string.Join('/', places)}\n  draft: {draft.Ask.Text}"));
            errors.AddRange(draft.Originals.Select(o => $"  original {draft.Review.Paragraphs[(int)o.Id]}: {o.Text}"));
            errors.AddRange(found.Take(3).Select(f => string.Create(CultureInfo.InvariantCulture, $"  found {f.Confidence:0.000} {draft.Review.Paragraphs[(int)f.Text.Id]} part={f.Part}: {f.Text.Text}")));
        }
    }

    public override string ToString()
    {
        var all = _kinds.Values.Aggregate((a, b) => (a.Drafts + b.Drafts, a.First + b.First, a.Three + b.Three, a.Near + b.Near));
        var rows = _kinds.OrderBy(k => k.Key).Select(k => Row(k.Key.ToString().ToLowerInvariant(), k.Value)).Append(Row("**all**", all));
        var bins = _bins.Select((b, i) => string.Create(CultureInfo.InvariantCulture, $"| {s_bounds[i]:0.00} to {(i + 1 < s_bounds.Length ? s_bounds[i + 1] : 1):0.00} | {b.Count} | {(b.Count == 0 ? 0 : b.Sum / b.Count):0.00} | {(b.Count == 0 ? 0 : (double)b.Right / b.Count):0.00} |"));
        return $"| worded anew | drafts | first | in the first three | first another that says all of it |\n|---|---|---|---|---|\n{string.Join('\n', rows)}\n\n| confidence | proposals | mean | share that is the original |\n|---|---|---|---|\n{string.Join('\n', bins)}";
    }

    private static string Row(string name, (int Drafts, int First, int Three, int Near) k) =>
        string.Create(CultureInfo.InvariantCulture, $"| {name} | {k.Drafts} | {k.First} ({100.0 * k.First / k.Drafts:0.0} %) | {k.Three} ({100.0 * k.Three / k.Drafts:0.0} %) | {k.Near} |");
}
