using System.Xml;

namespace OpenUpr.Sources.Docx;

/// <summary>Opens a Word document for a reader, ends one that takes too long, and says what is wrong with a damaged one in words for people.</summary>
internal static class DocxGuard
{
    /// <summary>Far beyond what the largest file takes that the other limits let through.</summary>
    public static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(60);

    /// <param name="content">Can seek; stays open.</param>
    /// <param name="length">Bytes.</param>
    /// <exception cref="SourceException">The file is no Word document, damaged, protected, or too large.</exception>
    public static T Run<T>(Stream content, long length, TimeSpan longest, Func<DocxPackage, T> read, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(longest);
        try
        {
            using var package = DocxPackage.Open(content, length, limit.Token);
            return read(package);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new SourceException("The Word document takes too long to read; it is probably damaged. Save it anew from Word.", inner: e);
        }
        catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw new SourceException("The Word document holds a document type definition (DTD), which could make it read other files. It is not read. Save it anew from Word if it is genuine.", inner: e);
        }
        catch (XmlException e)
        {
            throw new SourceException($"The Word document is damaged: its text breaks off or is garbled{(e.LineNumber > 0 ? $" in line {e.LineNumber}, position {e.LinePosition} of a part" : "")}. Download it again, or save it anew from Word.", inner: e);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            throw new SourceException("The Word document is cut off or damaged. Download it again, or save it anew from Word.", inner: e);
        }
    }
}
