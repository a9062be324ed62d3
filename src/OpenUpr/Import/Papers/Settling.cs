using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Import.Papers;

/// <summary>
/// A person's answers to doubts. An answer is kept as a <see cref="Settlement"/> and takes effect by putting the doubt's review together again, so that it
/// survives every later import and undoing it brings back exactly what the sources say. One transaction each; the search index follows by the change sequence.
/// </summary>
public static class Settling
{
    /// <summary>Settles a doubt, also one that was settled before: the newest answer holds.</summary>
    /// <param name="choice"><see cref="Settlement.TakeFound"/>, <see cref="Settlement.KeepStored"/> or <see cref="Settlement.Typed"/>.</param>
    /// <param name="value">
    /// What was typed: a text for doubts about texts, ISO codes separated by spaces for States, "supported", "noted" or "pending" for positions, and for
    /// "only-in-report" and "only-in-export" the id of the pair that this one is the same as. Ignored with the other choices.
    /// </param>
    /// <exception cref="SettlingException">There is no such doubt, or the value fits it not. Nothing is changed.</exception>
    public static Task SettleAsync(Store store, TimeProvider time, long doubtId, string choice, string? value, CancellationToken cancel = default) =>
        throw new SettlingException("Doubts cannot be settled yet.");

    /// <summary>Takes back the answer that holds; nothing happens where there is none.</summary>
    /// <exception cref="SettlingException">There is no such doubt.</exception>
    public static Task UndoAsync(Store store, TimeProvider time, long doubtId, CancellationToken cancel = default) =>
        throw new SettlingException("Doubts cannot be settled yet.");
}

/// <summary>An answer that cannot be taken. The message is for the person who gave it.</summary>
public sealed class SettlingException(string message) : Exception(message);
