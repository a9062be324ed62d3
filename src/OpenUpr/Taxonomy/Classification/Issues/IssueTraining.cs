namespace OpenUpr.Taxonomy.Classification.Issues;

/// <summary>
/// Trains the model of issues: first five times without a run of sessions, which it then scores, to learn how far scores can be trusted on
/// sessions never seen; then on all.
/// </summary>
internal static class IssueTraining
{
    private const int Parts = 5;

    /// <summary>Weights and curves of the issues.</summary>
    /// <param name="labels">Number of issues.</param>
    public static (IssueWeights Weights, IssueCalibration[] Calibrations) Train(IssueRows rows, int labels, Action<double> progress, CancellationToken cancel)
    {
        var part = SessionParts(rows.Sessions);
        var scores = Enumerable.Range(0, labels).Select(_ => new List<(float, bool)>()).ToList();
        for (var held = 0; held < Parts; held++)
        {
            ScoreUnseen(rows, part, held, scores, cancel);
            progress((held + 1.0) / (Parts + 1.3));
        }

        var all = Enumerable.Range(0, rows.Texts.Count).ToList();
        var (vectors, weights) = Fit(rows, all, cancel);
        progress(1);
        return (IssueWeights.Of(rows.Hashes, rows.Words, vectors.Rarity, weights), IssueCalibration.Fit([.. scores.Select(s => s.ToArray())]));
    }

    /// <summary>Cuts the sessions into runs of about as many texts; texts of one session alone are dealt out in turn.</summary>
    internal static int[] SessionParts(IReadOnlyList<int> sessions)
    {
        if (sessions.Distinct().Count() < Parts)
        {
            return [.. sessions.Select((_, i) => i % Parts)];
        }

        var before = sessions.GroupBy(s => s).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => sessions.Count(s => s < g.Key) + (g.Count() / 2));
        return [.. sessions.Select(s => before[s] * Parts / sessions.Count)];
    }

    private static void ScoreUnseen(IssueRows rows, int[] part, int held, List<List<(float Score, bool IsYes)>> scores, CancellationToken cancel)
    {
        var learned = Enumerable.Range(0, part.Length).Where(i => part[i] != held).ToList();
        var known = learned.Select(i => rows.Keys[i]).ToHashSet();
        var (vectors, weights) = Fit(rows, learned, cancel);
        Span<float> found = stackalloc float[IssueTrainer.Stride];
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] != held || known.Contains(rows.Keys[i]))
            {
                continue;
            }

            IssueTrainer.Score(weights, vectors.Row(rows.Texts[i]), found);
            for (var l = 0; l < scores.Count; l++)
            {
                scores[l].Add((found[l], (rows.Labels[i] >> l & 1) != 0));
            }
        }
    }

    private static (IssueVectors Vectors, float[] Weights) Fit(IssueRows rows, List<int> texts, CancellationToken cancel)
    {
        var vectors = IssueVectors.Learn([.. texts.Select(i => rows.Texts[i])], rows.Count, rows.Words);
        return (vectors, IssueTrainer.Train([.. texts.Select(i => vectors.Row(rows.Texts[i]))], [.. texts.Select(i => rows.Labels[i])], rows.Count, cancel));
    }
}
