using System.Xml;

namespace OpenUpr.Evidence.Cleaning;

/// <summary>What becomes of an attribute or a text.</summary>
/// <param name="Drop">It is left out.</param>
/// <param name="Instead">It says this; null: as it was.</param>
internal readonly record struct XmlFate(bool Drop, string? Instead)
{
    public static XmlFate Keep => default;

    public static XmlFate Gone => new(true, null);

    public static XmlFate Say(string text) => new(false, text);
}

/// <summary>Rules for the parts of one kind of document. An element is named by its local name, without its namespace: producers differ in those.</summary>
internal abstract class XmlRules
{
    /// <summary>Whether the element is left out with everything in it.</summary>
    public abstract bool Drops(string element, XmlReader reader);

    public abstract XmlFate Attribute(string element, string name, string value, XmlReader reader);

    public abstract XmlFate Text(string element, string text);
}

/// <summary>Copies a part of a packed document, leaving out what the rules say, and comments and processing instructions.</summary>
internal static class XmlCopy
{
    private static readonly XmlReaderSettings s_reading = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersFromEntities = 1024, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private static readonly XmlWriterSettings s_writing = new() { Encoding = new System.Text.UTF8Encoding(false), NewLineHandling = NewLineHandling.None };

    public static byte[] Copy(byte[] part, XmlRules rules, CleaningJob job)
    {
        using var output = new MemoryStream(part.Length);
        using (var reader = XmlReader.Create(new MemoryStream(part), s_reading))
        using (var writer = XmlWriter.Create(output, s_writing))
        {
            var open = new Stack<string>();
            reader.Read();
            while (!reader.EOF)
            {
                job.Step();
                if (open.Count > 256)
                {
                    throw new CleaningException(Blocks.TooMuch);
                }

                if (reader.NodeType == XmlNodeType.Element && rules.Drops(reader.LocalName, reader))
                {
                    reader.Skip();
                    continue;
                }

                Node(reader, writer, rules, open);
                reader.Read();
            }
        }

        return output.ToArray();
    }

    private static void Node(XmlReader reader, XmlWriter writer, XmlRules rules, Stack<string> open)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.XmlDeclaration:
                writer.WriteStartDocument(standalone: true);
                break;
            case XmlNodeType.Element:
                Element(reader, writer, rules, open);
                break;
            case XmlNodeType.EndElement:
                open.Pop();
                writer.WriteFullEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                var fate = open.Count == 0 ? XmlFate.Keep : rules.Text(open.Peek(), reader.Value);
                if (open.Count > 0 && !fate.Drop)
                {
                    writer.WriteString(fate.Instead ?? reader.Value);
                }

                break;
        }
    }

    private static void Element(XmlReader reader, XmlWriter writer, XmlRules rules, Stack<string> open)
    {
        var (name, isEmpty) = (reader.LocalName, reader.IsEmptyElement);
        writer.WriteStartElement(reader.Prefix, name, reader.NamespaceURI);
        while (reader.MoveToNextAttribute())
        {
            // Declarations of namespaces stay, as parts name some of them in attributes (mc:Ignorable).
            var isDeclaration = reader.Prefix == "xmlns" || reader.Name == "xmlns";
            var fate = isDeclaration ? XmlFate.Keep : rules.Attribute(name, reader.LocalName, reader.Value, reader);
            if (!fate.Drop)
            {
                writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, fate.Instead ?? reader.Value);
            }
        }

        reader.MoveToElement();
        if (isEmpty)
        {
            writer.WriteEndElement();
        }
        else
        {
            open.Push(name);
        }
    }
}
