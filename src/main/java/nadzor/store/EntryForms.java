package nadzor.store;

import static nadzor.store.Choices.list;
import static nadzor.store.Choices.maybe;
import static nadzor.store.Texts.TEXT;
import static nadzor.store.Texts.WORD;
import static nadzor.store.Values.INSTANT;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import nadzor.registry.Answer;
import nadzor.registry.CaseClosing;
import nadzor.registry.CaseFile;
import nadzor.registry.Demand;
import nadzor.registry.DemandState;
import nadzor.registry.Dismissal;
import nadzor.registry.Entry;
import nadzor.registry.EntryKind;
import nadzor.registry.Lifting;
import nadzor.registry.Operator;
import nadzor.registry.OperatorCard;
import nadzor.registry.Platform;
import nadzor.registry.PlatformCard;
import nadzor.registry.Resource;
import nadzor.registry.Retraction;
import nadzor.registry.Violation;

/** The form of each kind of entry. */
final class EntryForms {
  private static final Codec<DemandState> OUTCOME =
      Choices.of(DemandState.class, state -> state.name().toLowerCase(Locale.ROOT));

  private static final Form<Operator> OPERATOR =
      Form.of(Operator.class)
          .with("id", WORD, Operator::id)
          .with("name", TEXT, Operator::name)
          .make(in -> new Operator(in.next(), in.next()));

  private static final Form<Resource> RESOURCE =
      Form.of(Resource.class)
          .with("match", Values.MATCHER, Resource::matcher)
          .with("role", DecisionForms.ROLE, Resource::role)
          .make(in -> new Resource(in.next(), in.next()));

  private static final Form<Platform> PLATFORM =
      Form.of(Platform.class)
          .with("id", WORD, Platform::id)
          .with("name", TEXT, Platform::name)
          .with("operator", WORD, Platform::operatorId)
          .with("resources", list(RESOURCE), Platform::resources)
          .make(in -> new Platform(in.next(), in.next(), in.next(), in.next()));

  private static final Form<OperatorCard> OPERATOR_CARD =
      Form.of(OperatorCard.class)
          .with("operator", OPERATOR, OperatorCard::operator)
          .with("enteredAt", INSTANT, OperatorCard::enteredAt)
          .make(in -> new OperatorCard(in.next(), in.next()));

  private static final Form<PlatformCard> PLATFORM_CARD =
      Form.of(PlatformCard.class)
          .with("platform", PLATFORM, PlatformCard::platform)
          .with("enteredAt", INSTANT, PlatformCard::enteredAt)
          .make(in -> new PlatformCard(in.next(), in.next()));

  private static final Form<CaseFile> CASE_FILE =
      Form.of(CaseFile.class)
          .with("id", WORD, CaseFile::id)
          .with("subject", new SubjectCodec(), CaseFile::subject)
          .with("authority", WORD, CaseFile::authority)
          .with("opened", INSTANT, CaseFile::opened)
          .make(in -> new CaseFile(in.next(), in.next(), in.next(), in.next()));

  private static final Form<Violation> VIOLATION =
      Form.of(Violation.class)
          .with("id", TEXT, Violation::id)
          .with("platform", WORD, Violation::platformId)
          .with("at", INSTANT, Violation::at)
          .with("breach", WORD, Violation::breach)
          .with("legalBasis", WORD, Violation::legalBasis)
          .with("description", TEXT, Violation::description)
          .with("source", WORD, Violation::source)
          .with("reconstructed", Values.TRUTH, Violation::reconstructed)
          .make(
              in ->
                  new Violation(
                      in.next(),
                      in.next(),
                      in.next(),
                      in.next(),
                      in.next(),
                      in.next(),
                      in.next(),
                      in.<Boolean>next()));

  private static final Form<Retraction> RETRACTION =
      Form.of(Retraction.class)
          .with("violation", TEXT, Retraction::violationId)
          .with("retractedAt", INSTANT, Retraction::retractedAt)
          .with("why", WORD, Retraction::why)
          .make(in -> new Retraction(in.next(), in.next(), in.next()));

  private static final Form<Demand> DEMAND =
      Form.of(Demand.class)
          .with("id", TEXT, Demand::id)
          .with("case", WORD, Demand::caseId)
          .with("by", WORD, Demand::by)
          .with("what", WORD, Demand::what)
          .with("madeAt", INSTANT, Demand::madeAt)
          .with("until", maybe(INSTANT), Demand::until)
          .make(in -> new Demand(in.next(), in.next(), in.next(), in.next(), in.next(), in.next()));

  private static final Form<Answer> ANSWER =
      Form.of(Answer.class)
          .with("demand", TEXT, Answer::demandId)
          .with("outcome", OUTCOME, Answer::outcome)
          .with("answeredAt", INSTANT, Answer::answeredAt)
          .with("text", WORD, Answer::text)
          .make(in -> new Answer(in.next(), in.next(), in.next(), in.next()));

  private static final Form<Dismissal> DISMISSAL =
      Form.of(Dismissal.class)
          .with("decision", TEXT, Dismissal::decisionId)
          .with("by", WORD, Dismissal::by)
          .with("why", WORD, Dismissal::why)
          .with("dismissedAt", INSTANT, Dismissal::dismissedAt)
          .make(in -> new Dismissal(in.next(), in.next(), in.next(), in.next()));

  private static final Form<Lifting> LIFTING =
      Form.of(Lifting.class)
          .with("decision", TEXT, Lifting::decisionId)
          .with("by", WORD, Lifting::by)
          .with("why", WORD, Lifting::why)
          .with("liftedAt", INSTANT, Lifting::liftedAt)
          .make(in -> new Lifting(in.next(), in.next(), in.next(), in.next()));

  private static final Form<CaseClosing> CLOSING =
      Form.of(CaseClosing.class)
          .with("case", WORD, CaseClosing::caseId)
          .with("closedAt", INSTANT, CaseClosing::closedAt)
          .with("why", WORD, CaseClosing::why)
          .make(in -> new CaseClosing(in.next(), in.next(), in.next()));

  /** By kind; every kind has one. */
  static final Map<EntryKind, Form<? extends Entry>> FORMS = forms();

  private EntryForms() {}

  private static Map<EntryKind, Form<? extends Entry>> forms() {
    Map<EntryKind, Form<? extends Entry>> forms = new EnumMap<>(EntryKind.class);
    forms.put(EntryKind.OPERATOR, OPERATOR_CARD);
    forms.put(EntryKind.PLATFORM, PLATFORM_CARD);
    forms.put(EntryKind.CASE, CASE_FILE);
    forms.put(EntryKind.VIOLATION, VIOLATION);
    forms.put(EntryKind.RETRACTION, RETRACTION);
    forms.put(EntryKind.DEMAND, DEMAND);
    forms.put(EntryKind.ANSWER, ANSWER);
    forms.put(EntryKind.PROPOSAL, DecisionForms.PROPOSED);
    forms.put(EntryKind.DISMISSAL, DISMISSAL);
    forms.put(EntryKind.DECISION, DecisionForms.DECISION);
    forms.put(EntryKind.LIFTING, LIFTING);
    forms.put(EntryKind.CLOSING, CLOSING);
    return Map.copyOf(forms);
  }

  /** The form of that kind. */
  static Form<? extends Entry> of(EntryKind kind) {
    Form<? extends Entry> form = FORMS.get(kind);
    if (form == null) {
      throw new IllegalStateException("kind " + kind.word() + " has no form: add it here");
    }
    return form;
  }
}
