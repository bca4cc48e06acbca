"""The table of words for each error code: what happened, what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reviewer.i18n import gettext as _
from ui.attachment_words import ATTACHMENT_WORDS
from ui.error_words_mail import MAIL_WORDS
from ui.error_words_setup import SETUP_WORDS
from ui.error_words_texts import TEXT_WORDS

WORDS: Mapping[str, Callable[[], tuple[str, str]]] = {
    "encrypted": lambda: (
        _("This document is protected by a password"),
        _("Ask the applicant for a copy without a password. You can judge the applicant all the same."),
    ),
    "damaged": lambda: (
        _("This document is damaged"),
        _("It could not be opened. Ask the applicant to send it again."),
    ),
    "unknown-kind": lambda: (
        _("This kind of file cannot be shown"),
        _("PDF, Word (.docx), pictures and plain text can. Ask the applicant for a PDF."),
    ),
    "legacy-word": lambda: (
        _("This is a Word file of the old kind (.doc)"),
        _("It can be shown here once LibreOffice is installed. You can judge the applicant all the same."),
    ),
    "no-office": lambda: (
        _("LibreOffice is not installed"),
        _("With it, Word documents are shown as they look. Settings, Self-check, names the line that installs it."),
    ),
    "no-ocr": lambda: (
        _("Tesseract is not installed"),
        _("With it, the text of scans can be read. Settings, Self-check, names the line that installs it."),
    ),
    "ocr-failed": lambda: (
        _("The text of this scan could not be read"),
        _("You can pin parts of the page all the same."),
    ),
    "not-confined": lambda: (
        _("The program could not be kept away from files and network"),
        _("So it was not used on this document. Settings, Self-check, says more."),
    ),
    "office-failed": lambda: (
        _("LibreOffice could not lay out this document"),
        _("Ask the applicant for a PDF. You can judge the applicant all the same."),
    ),
    "empty": lambda: (
        _("This document is empty"),
        _("It holds no page and no text. Ask the applicant to send it again."),
    ),
    "nothing-inside": lambda: (
        _("Nothing in this file can be shown"),
        _("It is an archive or an e-mail without a document. Ask the applicant for the CV as a PDF."),
    ),
    "nested": lambda: (
        _("This document lies too deep"),
        _("It is in an archive within an archive. Ask the applicant to send the CV by itself."),
    ),
    "too-large": lambda: (
        _("This document is too large to be shown"),
        _("You can open it with another program, after a warning."),
    ),
    "too-slow": lambda: (
        _("This document took too long"),
        _("It was stopped so that it does not hold up your work. You can open it with another program."),
    ),
    "crashed": lambda: (
        _("This document made its reader fail"),
        _("Only the reader was ended; nothing else is affected. Be careful with this file."),
    ),
    "lied": lambda: (
        _("This document behaved suspiciously"),
        _("Its reader was ended. Do not open this file with another program unless you know the sender."),
    ),
    "gave-up": lambda: (
        _("This document is not tried again"),
        _("It made its reader fail twice. You can judge the applicant all the same."),
    ),
    "missing": lambda: (
        _("This document is not on this computer yet"),
        _("It will be shown as soon as it has been fetched from the shared database."),
    ),
    "kind-not-lent": lambda: (
        _("A file of this kind is not given to other programs: it might be run"),
        _("Ask the applicant for a PDF."),
    ),
    "not-written": lambda: (
        _("The document could not be written for the other program"),
        _("Look whether the disk is full."),
    ),
    "cancelled": lambda: (
        _("This document was no longer waited for"),
        _("Choose the applicant again to open it."),
    ),
    "closed": lambda: (
        _("This document was closed"),
        _("Choose the applicant again to open it."),
    ),
    "no-such-page": lambda: (
        _("This page does not exist in the document"),
        _("Go back to the first page."),
    ),
    "no-worker": lambda: (
        _("The document reader could not be started"),
        _("Start the program again. If it stays so, run “reviewer doctor”."),
    ),
    "address-not-plain": lambda: (
        _("This e-mail address is not valid"),
        _("Write one plain address, such as name@example.org."),
    ),
    "letter-waits": lambda: (
        _("The last feedback has not left yet"),
        _("Wait until it has, edit it in the outbox, or take the decision back."),
    ),
    "ladder-ended": lambda: (
        _("All three letters have been sent"),
        _("It is up or out now: accept the applicant, or decide Out."),
    ),
    "already-decided": lambda: (
        _("This has been decided already"),
        _("Undo the decision first if it was wrong."),
    ),
    "applicant-unknown": lambda: (
        _("This applicant is no longer here"),
        _("The data has been erased or belongs to another database."),
    ),
    "date-not-in-future": lambda: (
        _("This day is not in the future"),
        _("Choose tomorrow or a later day."),
    ),
    "defer-after-decision": lambda: (
        _("This applicant has been decided"),
        _("Only open applicants can be put off."),
    ),
    "evidence-of-unknown-document": lambda: (
        _("This document does not belong to the applicant"),
        _("Choose the applicant again and pin the place once more."),
    ),
    "feedback-after-decision": lambda: (
        _("This applicant has been decided"),
        _("Feedback goes only to open applicants."),
    ),
    "feedback-without-letter": lambda: (
        _("Feedback needs a letter"),
        _("Answer at least one criterion or write the letter by hand."),
    ),
    "letter-being-sent": lambda: (
        _("This letter is being sent at this moment"),
        _("It can no longer be taken back."),
    ),
    "letter-changed": lambda: (
        _("This letter was changed meanwhile"),
        _("Look at it once more."),
    ),
    "letters-changed": lambda: (
        _("A letter of this applicant was changed meanwhile"),
        _("Look at the letters once more."),
    ),
    "letter-empty": lambda: (
        _("The letter is empty"),
        _("Write a subject and a text."),
    ),
    "letter-gone": lambda: (
        _("This letter has already left"),
        _("It can no longer be changed or taken back."),
    ),
    "letter-id-not-plain": lambda: (
        _("This letter carries a wrong mark"),
        _("Please pass the code on; the letter was not sent."),
    ),
    "letter-move-unknown": lambda: (
        _("This is not possible for this letter"),
        _("Look at its present state in the outbox."),
    ),
    "letter-too-long": lambda: (
        _("The letter is too long"),
        _("Shorten it."),
    ),
    "letter-unknown": lambda: (
        _("This letter is no longer here"),
        _("It was taken back or erased with its applicant."),
    ),
    "letter-without-decision": lambda: (
        _("No decision belongs to this letter"),
        _("It can be cancelled, but there is nothing to take back."),
    ),
    "no-address": lambda: (
        _("There is no e-mail address"),
        _("Enter the applicant’s address first, or decide without a letter."),
    ),
    "note-empty": lambda: (
        _("The note is empty"),
        _("Write something, or press Esc."),
    ),
    "note-too-long": lambda: (
        _("The note is too long"),
        _("It may have {most} characters at most."),
    ),
    "nothing-to-insist-on": lambda: (
        _("There is nothing left to decide here"),
        _("The question has settled itself."),
    ),
    "reply-after-decision": lambda: (
        _("This applicant is already accepted or out"),
        _("Write a note, or take the decision back first."),
    ),
    "reply-in-future": lambda: (
        _("This day is still to come"),
        _("Enter the day on which the answer came."),
    ),
    "reply-too-long": lambda: (
        _("The reply is too long"),
        _("It may have {most} characters at most; say in short what was answered."),
    ),
    "reply-without-words": lambda: (
        _("The reply says nothing"),
        _("Say in a word or two what the applicant answered."),
    ),
    "objection-answered": lambda: (
        _("A colleague has answered this objection meanwhile"),
        _("Look at the letters of this applicant first; two answers to one objection look careless."),
    ),
    "objection-means-erasing": lambda: (
        _("Who wants their data deleted is answered by deleting them"),
        _("Delete the person’s data; the confirmation is the answer."),
    ),
    "objection-without-answer": lambda: (
        _("This letter does not answer the objection"),
        _("Choose the objection once more."),
    ),
    "question-answered": lambda: (
        _("This question has been answered already"),
        _("Nothing more is to be done."),
    ),
    "round-changed": lambda: (
        _("A new CV has arrived meanwhile"),
        _("Look at it; the earlier review is kept."),
    ),
    "rung-changed": lambda: (
        _("The applicant has moved to another rung meanwhile"),
        _("Look at the applicant once more."),
    ),
    "answer-changed": lambda: (
        _("A colleague has answered this criterion meanwhile"),
        _("Look at the answer once more."),
    ),
    "draft-changed": lambda: (
        _("A colleague has changed this letter meanwhile"),
        _("Look at the letter once more."),
    ),
    "person-changed": lambda: (
        _("A colleague has corrected this person’s data meanwhile"),
        _("Look at the data once more."),
    ),
    "sleep-changed": lambda: (
        _("A colleague has put off or woken this applicant meanwhile"),
        _("Look at the applicant once more."),
    ),
    "letter-text-differs": lambda: (
        _("A colleague decided the same, with another letter"),
        _("Choose which letter is to go out."),
    ),
    "standing-changed": lambda: (
        _("A colleague has decided on this applicant meanwhile"),
        _("Look at the applicant once more."),
    ),
    "template-only-by-erasing": lambda: (
        _("This letter goes out only when data is erased"),
        _("Delete the person’s data to send it."),
    ),
    "too-many-writers": lambda: (
        _("Too many people are saving at this moment"),
        _("Your work is kept and is tried again by itself."),
    ),
    "letter-exists": lambda: (
        _("Another letter of this kind stands already"),
        _("Look at the letters of this applicant in the outbox."),
    ),
    "letter-file-not-deleted": lambda: (
        _("A letter’s file could not be deleted"),
        _("Close the program that holds it open; it is tried again by itself."),
    ),
    "text-not-storable": lambda: (
        _("This text holds characters that cannot be kept"),
        _("Write it without them."),
    ),
    "database-password-unkept": lambda: (
        _("This computer has no safe place for the password"),
        _("Leave it out of the address and put it into PostgreSQL’s own password file (pgpass)."),
    ),
    "database-not-permitted": lambda: (
        _("The database’s user may not do that"),
        _("Ask its administrator for the rights."),
    ),
    "recipient-refused": lambda: (
        _("The mail server refused the recipient"),
        _("Check the address."),
    ),
    "smtp-refused": lambda: (
        _("The mail server refused the letter"),
        _("Check the mail settings and send a test letter."),
    ),
    **MAIL_WORDS,
    **ATTACHMENT_WORDS,
    **SETUP_WORDS,
    **TEXT_WORDS,
}
