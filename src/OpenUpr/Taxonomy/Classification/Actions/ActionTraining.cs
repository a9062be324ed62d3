using System.Runtime.InteropServices;

namespace OpenUpr.Taxonomy.Classification.Actions;

/// <summary>
/// Trains the action model twice: on the earlier sessions, to see on the later ones how far its scores can be trusted, then on all. How strongly the networks count,
/// how long they learn and how much a wrong row costs were chosen by such chains inside sessions 1 to 13.
/// </summary>
internal static class ActionTraining
{
    /// <summary>How strongly the networks' logarithms count beside the linear scores.</summary>
    public const float NetworkShare = 0.5f;

    /// <summary>Added to a network's share before its logarithm: one network alone cannot rule a category out.</summary>
    public const float LeastShare = 1e-4f;

    private const int Networks = 4;
    private const int Rounds = 7;
    private const int LeastSeen = 2;
    private const int LeastSeenVerb = 3;

    /// <summary>Coders' practice drifts: a recommendation counts half as much as one that came so many sessions later.</summary>
    private const double HalvedAfterSessions = 8;

    /// <summary>Share of the rows, those of the latest sessions, that calibration keeps from training.</summary>
    private const double HeldOut = 0.2;

    public static ActionModel Train(IReadOnlyList<TrainingExample> examples, Action<double> progress, CancellationToken cancel)
    {
        var (early, late) = Split(examples);
        var calibration = ActionCalibration.None;
        if (early.Count > 0 && late.Count > 0)
        {
            var trial = Fit(early, calibration, done => progress(done * 0.45), cancel);
            calibration = ActionCalibration.Fit([.. Predictions(trial, late)]);
        }

        return Fit(examples, calibration, done => progress(0.45 + (done * 0.55)), cancel);
    }

    /// <summary>Earlier sessions and later ones; of a single session, four and one of five rows.</summary>
    private static (List<TrainingExample> Early, List<TrainingExample> Late) Split(IReadOnlyList<TrainingExample> examples)
    {
        var sessions = examples.Select(e => e.Session).Order().ToList();
        var first = sessions[(int)(sessions.Count * (1 - HeldOut))];
        return first > sessions[0]
            ? ([.. examples.Where(e => e.Session < first)], [.. examples.Where(e => e.Session >= first)])
            : ([.. examples.Where((_, i) => i % 5 != 0)], [.. examples.Where((_, i) => i % 5 == 0)]);
    }

    private static IEnumerable<(float Share, bool IsRight)> Predictions(ActionModel model, List<TrainingExample> examples)
    {
        var (words, scratch, scores) = (new TextWords(), new ActionScratch(), new float[Network.Categories]);
        foreach (var example in examples)
        {
            words.Read(example.Text);
            model.Score(words, scratch, scores);
            var best = ActionCalibration.Raw(scores);
            yield return (scores[best], best + 1 == example.Action);
        }
    }

    private static ActionModel Fit(IReadOnlyList<TrainingExample> examples, ActionCalibration calibration, Action<double> progress, CancellationToken cancel)
    {
        var verbs = Verbs(examples);
        var (words, rows, stemOf) = Tokens(examples);
        var weights = FitWeights(examples, verbs, cancel);
        progress(0.2);
        var networks = FitNetworks(examples, words.Count, rows, stemOf, done => progress(0.2 + (0.8 * done)), cancel);
        return new ActionModel(verbs, weights, words, networks, calibration);
    }

    private static ActionNetwork[] FitNetworks(
        IReadOnlyList<TrainingExample> examples, int words, List<(int Word, int Stem)[]> rows, int[] stemOf, Action<double> progress, CancellationToken cancel)
    {
        var categories = examples.Select(e => e.Action - 1).ToArray();
        var (late, each) = (RowWeights(examples), Enumerable.Repeat(1f, examples.Count).ToArray());
        var done = new double[Networks];
        var networks = new ActionNetwork[Networks];

        // Each network is made by one thread alone, so that the number of processors makes no difference.
        Parallel.For(0, Networks, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var trainer = new NetworkTrainer(words, (ulong)(i + 1));
            // Half of them learn from all sessions alike: the more they differ, the better they vote.
            trainer.Train(rows, categories, i % 2 == 0 ? each : late, Rounds, part => Report(i, part), cancel);
            networks[i] = ActionNetwork.Of(trainer.Result(), stemOf);
        });
        return networks;

        void Report(int network, double part)
        {
            lock (done)
            {
                done[network] = part;
                progress(done.Average());
            }
        }
    }

    /// <summary>How much each row counts: one on average, more the later its session.</summary>
    private static float[] RowWeights(IReadOnlyList<TrainingExample> examples)
    {
        var last = examples.Max(e => e.Session);
        var counts = examples.Select(e => Math.Pow(0.5, (last - e.Session) / HalvedAfterSessions)).ToList();
        var mean = counts.Average();
        return [.. counts.Select(c => (float)(c / mean))];
    }

    /// <summary>Words with which several recommendations begin and that are verbs.</summary>
    private static KeySet Verbs(IReadOnlyList<TrainingExample> examples)
    {
        var (words, cues, seen) = (new TextWords(), new ActionCues(), new Dictionary<ulong, int>());
        foreach (var example in examples)
        {
            words.Read(example.Text);
            cues.ReadStems(words, KeySet.None);
            if (ActionCues.OpeningVerb(words, cues.Stems) is > 0 and var verb)
            {
                seen[verb] = seen.GetValueOrDefault(verb) + 1;
            }
        }

        return new KeySet([.. seen.Where(s => s.Value >= LeastSeenVerb).Select(s => s.Key)]);
    }

    private static ActionWeights FitWeights(IReadOnlyList<TrainingExample> examples, KeySet verbs, CancellationToken cancel)
    {
        var (words, cues) = (new TextWords(), new ActionCues());
        var seen = new Dictionary<ulong, int>();
        var texts = new List<ulong[]>(examples.Count);
        foreach (var example in examples)
        {
            words.Read(example.Text);
            cues.Read(words, verbs);
            texts.Add([.. new HashSet<ulong>(cues.Features.ToArray())]);
            foreach (var feature in texts[^1])
            {
                CollectionsMarshal.GetValueRefOrAddDefault(seen, feature, out _)++;
            }
        }

        var kept = seen.Where(s => s.Value >= LeastSeen).Select(s => s.Key).ToList();
        var table = FeatureTable.Of(kept);
        var rows = new SparseRows();
        texts.ForEach(features => rows.Add(Array.ConvertAll(features, table.Find)));
        var counts = RowWeights(examples);
        var weights = new float[Network.Categories][];
        Parallel.For(0, Network.Categories, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount }, c =>
            weights[c] = LinearTrainer.Hinge(rows, [.. examples.Select(e => e.Action == c + 1)], new LinearOptions(table.Places), counts, cancel));
        return ActionWeights.Of([.. kept.Select(f => (f, table.Find(f)))], weights);
    }

    private static (NetworkWords Words, List<(int Word, int Stem)[]> Rows, int[] StemOf) Tokens(IReadOnlyList<TrainingExample> examples)
    {
        var (words, cues, seen) = (new TextWords(), new ActionCues(), new Dictionary<ulong, int>());
        foreach (var example in examples)
        {
            words.Read(example.Text);
            cues.ReadStems(words, KeySet.None);
            NetworkWords.CountTokens(words, cues.Stems, seen);
        }

        var known = NetworkWords.Of(seen);
        var (rows, stemOf, tokens) = (new List<(int, int)[]>(examples.Count), new int[known.Count], new (int Word, int Stem)[Network.MaxTokens]);
        foreach (var example in examples)
        {
            words.Read(example.Text);
            cues.ReadStems(words, KeySet.None);
            rows.Add(tokens[..known.Tokens(words, cues.Stems, tokens)]);
            foreach (var (word, stem) in rows[^1])
            {
                stemOf[word] = word > 0 ? stem : 0;
            }
        }

        return (known, rows, stemOf);
    }
}
