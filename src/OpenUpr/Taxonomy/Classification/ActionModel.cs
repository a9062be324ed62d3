using System.Collections.Concurrent;
using System.Globalization;
using OpenUpr.Taxonomy.Classification.Actions;

namespace OpenUpr.Taxonomy.Classification;

/// <summary>
/// Reads the action category of a text by the codebook (UPR Info, "Action category", 2014): a linear model over its cues and networks that read
/// word by word; both give scores, which are added and calibrated. May be used by several threads at once.
/// </summary>
public sealed class ActionModel
{
    private const byte Format = 1;
    private const int MaxNetworks = 16;
    private const int MaxVerbs = 20_000;

    private readonly KeySet _verbs;
    private readonly ActionWeights _weights;
    private readonly NetworkWords _words;
    private readonly IReadOnlyList<ActionNetwork> _networks;
    private readonly ActionCalibration _calibration;
    private readonly ConcurrentBag<ActionScratch> _scratch = [];

    internal ActionModel(KeySet verbs, ActionWeights weights, NetworkWords words, IReadOnlyList<ActionNetwork> networks, ActionCalibration calibration) =>
        (_verbs, _weights, _words, _networks, _calibration) = (verbs, weights, words, networks, calibration);

    /// <param name="progress">Told how much is done, 0 to 1.</param>
    public static ActionModel Train(IReadOnlyList<TrainingExample> examples, Action<double> progress, CancellationToken cancel) =>
        ActionTraining.Train(examples, progress, cancel);

    /// <exception cref="InvalidDataException">The section is damaged.</exception>
    public static ActionModel Read(BinaryReader reader)
    {
        if (reader.ReadByte() is var format && format != Format)
        {
            throw new InvalidDataException($"its action part has format {format}, and this program reads {Format}");
        }

        var verbs = reader.ReadArray<ulong>();
        var weights = ActionWeights.Read(reader);
        var words = NetworkWords.Read(reader);
        var networks = new ActionNetwork[reader.ReadByte()];
        if (verbs.Length > MaxVerbs || networks.Length > MaxNetworks)
        {
            throw new InvalidDataException("its action part is damaged");
        }

        for (var i = 0; i < networks.Length; i++)
        {
            networks[i] = ActionNetwork.Read(reader, words.Count);
        }

        return new ActionModel(new KeySet(verbs), weights, words, networks, ActionCalibration.Read(reader));
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Format);
        writer.WriteArray<ulong>([.. _verbs.Keys.ToArray().Order()]);
        _weights.Write(writer);
        _words.Write(writer);
        writer.Write((byte)_networks.Count);
        foreach (var network in _networks)
        {
            network.Write(writer);
        }

        _calibration.Write(writer);
    }

    /// <summary>The surest category.</summary>
    public ScoredLabel Predict(TextWords words)
    {
        Span<float> shares = stackalloc float[Network.Categories];
        var category = Shares(words, shares);
        return new ScoredLabel(Name(category), shares[category]);
    }

    /// <summary>The calibrated probability of each category.</summary>
    /// <returns>The place of the largest, from 0.</returns>
    public int Shares(TextWords words, Span<float> shares)
    {
        var scratch = _scratch.TryTake(out var used) ? used : new ActionScratch();
        Score(words, scratch, shares);
        _scratch.Add(scratch);
        return _calibration.Apply(shares);
    }

    /// <summary>Adds the reasons for the predicted category.</summary>
    public void Explain(TextWords words, List<Reason> reasons)
    {
        Span<float> shares = stackalloc float[Network.Categories];
        var category = Shares(words, shares);
        var scratch = _scratch.TryTake(out var used) ? used : new ActionScratch();
        scratch.Cues.Read(words, _verbs);
        new ActionReasons(words, scratch.Cues, _weights, _verbs, category).AddTo(reasons);
        _scratch.Add(scratch);
    }

    /// <summary>The scores before calibration.</summary>
    internal void Score(TextWords words, ActionScratch scratch, Span<float> scores)
    {
        scratch.Cues.Read(words, _verbs);
        _weights.Score(scratch.Cues.Features, scratch.Places, scores);
        var count = _words.Tokens(words, scratch.Cues.Stems, scratch.Tokens);
        for (var i = 0; i < count; i++)
        {
            scratch.Numbers[i] = scratch.Tokens[i].Word > 0 ? scratch.Tokens[i].Word : scratch.Tokens[i].Stem;
        }

        Span<float> shares = stackalloc float[Network.Categories];
        foreach (var network in _networks)
        {
            network.Read(scratch.Numbers.AsSpan(0, count), scratch.Network, shares);
            for (var c = 0; c < shares.Length; c++)
            {
                scores[c] += ActionTraining.NetworkShare / _networks.Count * MathF.Log(shares[c] + ActionTraining.LeastShare);
            }
        }
    }

    private static string Name(int category) => (category + 1).ToString(CultureInfo.InvariantCulture);
}
