/** What an editor may do to a registration in its present state. The admin offers nothing else. */
export {
  awaitsDecision,
  canCancel,
  isActive,
  type RegistrationState,
} from '../server/src/domain/registration';
