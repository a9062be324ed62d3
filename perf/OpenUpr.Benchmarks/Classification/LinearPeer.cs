using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Benchmarks.Classification;

/// <summary>What anyone would try first: linear support vector machines on runs of one to three words and the opening words, one threshold for all issues.</summary>
internal sealed class LinearPeer
{
    private const int LeastSeen = 2;
    private const int Opening = 5;

    private readonly FeatureTable _table;
    private readonly float[][] _actions;
    private readonly Dictionary<string, float[]> _issues;

    public LinearPeer(IReadOnlyList<TrainingExample> examples)
    {
        var words = new TextWords();
        var texts = examples.Select(e => Features(words, e.Text)).ToList();
        _table = FeatureTable.Of(texts.SelectMany(t => t).CountBy(f => f).Where(c => c.Value >= LeastSeen).Select(c => c.Key));
        var rows = new SparseRows();
        texts.ForEach(t => rows.Add(Array.ConvertAll(t, _table.Find)));
        var options = new LinearOptions(_table.Places);
        _actions = [.. Enumerable.Range(1, 5).Select(c => LinearTrainer.Hinge(rows, [.. examples.Select(e => e.Action == c)], options))];
        _issues = examples.SelectMany(e => e.Issues).Distinct().ToDictionary(i => i, i => LinearTrainer.Hinge(rows, [.. examples.Select(e => e.Issues.Contains(i))], options));
    }

    public (int Action, IReadOnlyCollection<string> Issues) Predict(TextWords words, string text)
    {
        // One row at a time is slow and no matter: the peer's speed is not measured.
        var rows = new SparseRows();
        rows.Add(Array.ConvertAll(Features(words, text), _table.Find));
        var action = Enumerable.Range(0, _actions.Length).MaxBy(c => LinearTrainer.Score(_actions[c], rows[0])) + 1;
        var issues = _issues.Where(i => LinearTrainer.Score(i.Value, rows[0]) * LinearTrainer.Value(rows[0].Length) > Threshold).Select(i => i.Key).ToList();
        return (action, issues);
    }

    private const float Threshold = -0.2f;

    private static ulong[] Features(TextWords words, string text)
    {
        words.Read(text);
        var hashes = words.Hashes;
        var (found, opening) = (new HashSet<ulong>(), 777ul);
        for (var i = 0; i < hashes.Length; i++)
        {
            var run = hashes[i];
            found.Add(run);
            for (var k = i + 1; k < Math.Min(i + 3, hashes.Length); k++)
            {
                found.Add(run = TextWords.Combine(run, hashes[k]));
            }

            if (i < Opening)
            {
                found.Add(opening = TextWords.Combine(opening, hashes[i]));
                found.Add(TextWords.Combine(hashes[i], 100 + (ulong)i));
            }
        }

        return [.. found];
    }
}
