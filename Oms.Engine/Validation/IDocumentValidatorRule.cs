using Oms.Engine.Language;

namespace Oms.Engine.Validation;

/// <summary>
/// A rule of the server's own about documents, added by <c>AddValidationRule</c>. It is asked about documents that break no rule of the specification
/// and no limit, so that every field, argument and fragment it meets is known to the schema.
/// </summary>
public interface IDocumentValidatorRule
{
    /// <summary>Rules of a lower priority are asked first, those of the same in the order they were added; the highest by default.</summary>
    public ushort Priority => ushort.MaxValue;

    /// <summary>
    /// Whether the verdict is of the document alone and is kept with it, as by default. Others are asked at every request, and see it as
    /// <see cref="DocumentValidatorContext.Request"/>.
    /// </summary>
    public bool IsCacheable => true;

    /// <summary>Reports what is wrong with a document. Called for several documents at once.</summary>
    /// <param name="context">What the rule may know, and where it reports to.</param>
    /// <param name="document">The document.</param>
    public void Validate(DocumentValidatorContext context, DocumentNode document);
}
